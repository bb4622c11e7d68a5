import {
  ArrowLeft,
  CloudUpload,
  HeartHandshake,
  type LucideIcon,
  PanelRight,
  Printer,
  UserRound,
  Zap,
} from "lucide-react";

import type { TicketView } from "@/generated/types";
import { fullWhenWords, useWords, whenWords, type Words } from "@/i18n";
import { Button, Explained, Icon, IconButton, State, type Tone } from "@/ui";

import styles from "./case.module.css";
import { personWords, placeWords } from "./eventWords";
import { LeaseMark } from "./holding/LeaseMark";
import { StatusMark } from "./StatusMark";

/** Who and what, one line each; then where it stands and who answers for it. */
export function CaseHead({ view, now, onBack, onSide, onPapers }: {
  view: TicketView;
  now: number;
  onBack: (() => void) | undefined;
  onSide: (() => void) | undefined;
  onPapers: () => void;
}) {
  const w = useWords();
  const { ticket } = view;
  const agent = ticket.requester.agent;
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        {onBack && <IconButton icon={ArrowLeft} label={w.ticket.backToQueue} onPress={onBack} />}
        <h2 className={styles.title} id="case-title">
          {ticket.requester.name}
          {agent && (
            <span className={styles.agent}>
              {w.enums.standing[agent.standing]} {agent.name}
            </span>
          )}
        </h2>
        <span className={styles.number}>
          {ticket.number ?? (
            <State icon={CloudUpload} tone="blue">
              {w.ticket.provisional}
            </State>
          )}
        </span>
        <Button icon={Printer} onPress={onPapers} size="small">
          {w.papers.button}
        </Button>
        {onSide && <IconButton icon={PanelRight} label={w.ticket.openSide} onPress={onSide} />}
      </div>
      <p className={styles.what}>{ticket.matter?.name ?? ticket.subject}</p>
      {ticket.matter && ticket.subject !== ticket.matter.name && <p>{ticket.subject}</p>}
      <div className={styles.facts}>
        <StatusMark stage={ticket.stage} status={ticket.status} />
        <Flag icon={Zap} name={w.ticket.priority} reason={ticket.priority} tone="amber" />
        <Flag icon={HeartHandshake} name={w.ticket.elderly} reason={ticket.elderly} tone="blue" />
        <Fact name={w.ticket.firstResponder} value={personWords(view, ticket.first_responder)} />
        {ticket.holder !== ticket.first_responder && (
          <Fact name={w.ticket.holder} value={personWords(view, ticket.holder)} />
        )}
        <LeaseMark now={now} view={view} />
        <span>{placeWords(view, ticket.organisation)}</span>
        <span>{w.enums.channel[ticket.channel]}</span>
        <span className="figures" title={registeredWords(w, view)}>
          {w.ticket.registered(whenWords(w, ticket.registered_at, now))}
        </span>
      </div>
    </header>
  );
}

/** Who took the request in, and when exactly. */
function registeredWords(w: Words, view: TicketView): string {
  const { registered_by, registered_at } = view.ticket;
  return w.ticket.registeredBy(personWords(view, registered_by), fullWhenWords(w, registered_at));
}

/** Something that makes this case special, with its reason; nothing without one. */
function Flag({ icon, name, reason, tone }: {
  icon: LucideIcon;
  name: string;
  reason: string | null;
  tone: Tone;
}) {
  if (!reason) return null;
  return (
    <Explained text={reason}>
      <State filled icon={icon} tone={tone}>
        {name}
      </State>
    </Explained>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const w = useWords();
  return (
    <span className={styles.fact}>
      <Icon of={UserRound} size={0.875} />
      {name} <strong>{value || w.ticket.notYet}</strong>
    </span>
  );
}
