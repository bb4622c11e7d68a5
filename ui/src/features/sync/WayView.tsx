import { ArrowLeft, Ticket } from "lucide-react";
import type { ReactNode } from "react";

import { useCommand } from "@/api";
import type { RecordWay } from "@/generated/types";
import { errorWords, ticketAction, useWords, writtenText } from "@/i18n";
import { Button, ErrorState, useNow, Waiting } from "@/ui";

import { AboutLink } from "./AboutLink";
import { intentDid } from "./intentDid";
import styles from "./way.module.css";
import { WayFile } from "./WayFile";
import { WayLine } from "./WayLine";

/** Where is it? An action, and its way from this desk to everyone. */
export function WayView({ id, onBack, onTicket }: {
  id: string;
  onBack: () => void;
  onTicket: (ticket: string) => void;
}) {
  const w = useWords();
  const { data, error, refetch } = useCommand("record_way", { id });
  const back = (
    <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
      {w.common.back}
    </Button>
  );
  if (data) return <Found back={back} onTicket={onTicket} way={data} />;
  if (!error) return <Waiting label={w.common.loading} />;
  const retry = <Button onPress={() => void refetch()}>{w.common.retry}</Button>;
  return (
    <ErrorState
      action={error.code === "not_found" ? back : retry}
      text={errorWords(w, error)}
      title={w.errors.title}
      trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
    />
  );
}

function Found({ way, back, onTicket }: {
  way: RecordWay;
  back: ReactNode;
  onTicket: (ticket: string) => void;
}) {
  const w = useWords();
  const now = useNow(5_000);
  const text = writtenText(way.action);
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        {back}
        <header className={styles.head}>
          <div>
            <p className={styles.kicker}>{w.way.title}</p>
            <h1 className={styles.title}>{intentDid(w, way.action)}</h1>
            <p>
              <AboutLink about={way.ticket} intent={way.action}>
                {way.subject || w.sync.noSubject}
              </AboutLink>
              {way.number && <span className={styles.number}>{way.number}</span>}
            </p>
          </div>
          {ticketAction(way.action) && (
            <Button icon={Ticket} onPress={() => onTicket(way.ticket)}>
              {w.way.openTicket}
            </Button>
          )}
        </header>
        {text && (
          <blockquote aria-label={w.way.text} className={styles.text}>
            {text}
          </blockquote>
        )}
        <WayLine now={now} way={way} />
        {way.file && <WayFile file={way.file} />}
      </div>
    </div>
  );
}
