import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import type { StationHealth, Timestamp } from "@/generated/types";
import { fullWhenWords, spanWords, useWords, whenWords, type Words } from "@/i18n";
import { DefinitionList, State, useNow } from "@/ui";

import { LinkMark } from "../LinkMark";
import { isSkewed } from "../skew";
import styles from "./station.module.css";

/** The link, the outbox, letters, files, versions and the clock of this desk. */
export function StationFacts({ health, now }: { health: StationHealth; now: Timestamp }) {
  const w = useWords();
  const words = w.station;
  const when = (at: Timestamp | null, none: string) =>
    at === null ? none : <span title={fullWhenWords(w, at)}>{whenWords(w, at, now)}</span>;
  const asOf = health.parts.length > 0 ? Math.min(...health.parts.map(({ as_of }) => as_of)) : null;
  return (
    <div className={styles.facts}>
      <DefinitionList
        items={[
          [words.standing, <LinkMark key="link" link={health.link} />],
          [w.sync.details.lastContact, when(health.last_contact, w.sync.details.never)],
          [w.sync.details.dataAsOf, when(asOf, w.common.noData)],
          [words.clock, <Clock key="clock" skew={health.clock_skew_ms} />],
          [words.program, <span className="figures" key="program">{health.program}</span>],
          [
            words.platform,
            <span className="figures" key="platform">
              {health.platform_program ?? words.platformUnknown}
            </span>,
          ],
        ]}
      />
      <DefinitionList
        items={[
          [words.outbox, <Outbox health={health} key="outbox" />],
          [words.letters, <Letters count={health.letters} key="letters" />],
          [words.files, <Files health={health} key="files" />],
        ]}
      />
    </div>
  );
}

function Clock({ skew }: { skew: number | null }) {
  const w = useWords();
  if (skew === null) return <>{w.station.clockUnknown}</>;
  if (!isSkewed(skew)) return <>{w.station.clockRight}</>;
  return <Odd>{clockWords(w, skew)}</Odd>;
}

function clockWords(w: Words, skew: number): string {
  const off = spanWords(w, Math.abs(skew));
  return skew > 0 ? w.station.clockAhead(off) : w.station.clockBehind(off);
}

function Outbox({ health: { pending, oldest_pending: oldest } }: { health: StationHealth }) {
  const w = useWords();
  const now = useNow();
  if (pending === 0) return <>{w.station.none}</>;
  const text =
    oldest === null ? w.common.items(pending) : w.station.outboxSince(pending, whenWords(w, oldest, now));
  return (
    <Link state={{ mailTab: "outbox" }} to="/sync">
      {text}
    </Link>
  );
}

function Letters({ count }: { count: number }) {
  const w = useWords();
  if (count === 0) return <>{w.station.none}</>;
  return (
    <Link state={{ mailTab: "verdicts" }} to="/sync">
      {w.sync.verdicts.open(count)}
    </Link>
  );
}

function Files({ health: { files_waiting: waiting, files_failing: failing } }: { health: StationHealth }) {
  const w = useWords();
  if (waiting === 0 && failing === 0) return <>{w.station.none}</>;
  return (
    <>
      <Link to="/files">{w.station.filesWaiting(waiting)}</Link>
      {failing > 0 && <Odd>{w.station.filesFailing(failing)}</Odd>}
    </>
  );
}

/** Something among the facts that needs a look. */
function Odd({ children }: { children: ReactNode }) {
  return (
    <span className={styles.odd}>
      <State icon={TriangleAlert} tone="amber">
        {children}
      </State>
    </span>
  );
}
