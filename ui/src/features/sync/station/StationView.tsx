import { CircleCheck, Scale } from "lucide-react";

import { useAction, useCommand } from "@/api";
import type { Link, StationHealth } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, Notice, State, toast, useNow, Waiting } from "@/ui";

import { shortStation } from "../shortStation";
import { isSkewed } from "../skew";
import { SyncNow } from "../SyncNow";
import { BrakeQuestion } from "./BrakeQuestion";
import { Failing } from "./Failing";
import { Parts } from "./Parts";
import { StationFacts } from "./StationFacts";
import styles from "./station.module.css";
import { UpdateNote } from "./UpdateNote";

/** How this desk is: what stops it first, then the facts, then what is kept here. */
export function StationView() {
  const w = useWords();
  const now = useNow(5_000);
  const { data, error, refetch } = useCommand("station_health", {});
  if (!data) {
    if (!error) return <Waiting label={w.common.loading} />;
    return (
      <ErrorState
        action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <Head health={data} />
        {data.brake && <BrakeQuestion brake={data.brake} />}
        {data.update && <UpdateNote health={data} update={data.update} />}
        <LinkAdvice link={data.link} />
        <StationFacts health={data} now={now} />
        {isWell(data) && (
          <State icon={CircleCheck} tone="jade">
            {w.station.allWell}
          </State>
        )}
        <Failing now={now} rows={data.failing} />
        <Parts now={now} parts={data.parts} />
      </div>
    </div>
  );
}

/** Nothing here needs a person. */
function isWell(health: StationHealth): boolean {
  const { link, failing, letters, files_failing: files, clock_skew_ms: skew, parts } = health;
  const isFine = link === "online" && failing.length === 0 && letters === 0 && files === 0;
  return isFine && !isSkewed(skew) && parts.length > 0;
}

/** What to do about the link, where no question of its own says it. */
function LinkAdvice({ link }: { link: Link }) {
  const { advice, safe } = useWords().sync.details;
  switch (link) {
    case "sign_in_needed":
    case "account_disabled":
    case "disk_full":
      return <Notice tone="amber">{advice[link]}</Notice>;
    case "offline":
      return <Notice tone="blue">{safe}</Notice>;
    default:
      return null;
  }
}

function Head({ health }: { health: StationHealth }) {
  const w = useWords();
  const words = w.station;
  const compare = useAction("station_compare");
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{words.title}</h1>
        <p className="soft">
          {health.name}
          <span className={styles.number} title={health.station}>
            {words.number(shortStation(health.station))}
          </span>
        </p>
      </div>
      <div className={styles.buttons}>
        <SyncNow tone="quiet" />
        <Button
          busy={compare.isPending}
          icon={Scale}
          onPress={() =>
            compare.mutate(
              {},
              {
                onSuccess: () => toast("blue", words.compareAsked),
                onError: (error) => toast("red", errorWords(w, error)),
              },
            )
          }
          reason={health.link === "online" ? null : w.sync.outbox.waits[health.link]}
        >
          {words.compare}
        </Button>
      </div>
    </header>
  );
}
