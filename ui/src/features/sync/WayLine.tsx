import { Link } from "@tanstack/react-router";
import { Ban, Check, Circle, CircleDot, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";

import type { RecordWay, Timestamp, WayHere } from "@/generated/types";
import { fullWhenWords, spanWords, useWords, whenWords, type Words } from "@/i18n";
import { Icon } from "@/ui";

import { isSkewed } from "./skew";
import styles from "./way.module.css";
import { WayReached } from "./WayReached";
import { type Standing, standings, WAY_STATIONS, type WayStation } from "./wayStations";
import { whoWords } from "./whoWords";

const ICONS = { done: Check, here: CircleDot, held: TriangleAlert, ahead: Circle, stopped: X, off: Ban };

/** The stations along a line, and what there is to say at each. */
export function WayLine({ way, now }: { way: RecordWay; now: Timestamp }) {
  const w = useWords();
  const stand = standings(way);
  const said: Record<WayStation, ReactNode> = {
    written: <Written way={way} />,
    queued: way.here && <Queued here={way.here} isWaiting={stand.queued !== "done"} now={now} />,
    sent: <Sent now={now} way={way} />,
    decided: <Decided way={way} />,
    reached: <WayReached now={now} way={way} />,
  };
  const at: Record<WayStation, Timestamp | null> = {
    written: way.written_at,
    queued: null,
    sent: way.here?.attempted_at ?? null,
    decided: way.decided?.at ?? null,
    reached: null,
  };
  // What was written at another desk went through a line of which nothing is known here.
  const shown = WAY_STATIONS.filter((station) => way.here !== null || station !== "queued");
  return (
    <ol aria-label={w.way.stations} className={styles.line}>
      {shown.map((station) => (
        <Stop at={at[station]} key={station} now={now} standing={stand[station]} station={station}>
          {said[station]}
        </Stop>
      ))}
    </ol>
  );
}

function Stop({ station, standing, at, now, children }: {
  station: WayStation;
  standing: Standing;
  at: Timestamp | null;
  now: Timestamp;
  children: ReactNode;
}) {
  const w = useWords();
  const isNow = standing === "here" || standing === "held";
  return (
    <li aria-current={isNow ? "step" : undefined} className={styles.stop} data-standing={standing}>
      <span className={styles.dot}>
        <Icon of={ICONS[standing]} size={0.875} />
      </span>
      <div className={styles.stopBody}>
        <div className={styles.stopHead}>
          <h2 className={styles.stopName}>
            {w.way.station[station]}
            <span className="visually-hidden">
              {w.punctuation.colon}
              {w.way.standing[standing]}
            </span>
          </h2>
          {at !== null && (
            <time className={styles.stopTime} dateTime={new Date(at).toISOString()} title={fullWhenWords(w, at)}>
              {whenWords(w, at, now)}
            </time>
          )}
        </div>
        <div className={styles.said}>{children}</div>
      </div>
    </li>
  );
}

function Written({ way: { actor, here } }: { way: RecordWay }) {
  const w = useWords();
  const skew = here?.clock_skew_ms ?? null;
  const off = skew !== null && isSkewed(skew) ? spanWords(w, Math.abs(skew)) : null;
  return (
    <>
      <p>{w.way.by(whoWords(actor))}</p>
      {!here && <p>{w.way.byDevice}</p>}
      {off !== null && skew !== null && (
        <p className={styles.odd}>{skew > 0 ? w.way.skewAhead(off) : w.way.skewBehind(off)}</p>
      )}
    </>
  );
}

function Queued({ here, isWaiting, now }: { here: WayHere; isWaiting: boolean; now: Timestamp }) {
  const w = useWords();
  return (
    <>
      <p>
        {w.way.seq(here.station_seq)}
        {isWaiting && `${w.punctuation.dot}${w.way.ahead(here.ahead)}`}
      </p>
      {isWaiting && here.waiting_for !== null && here.held === null && (
        <p>{w.way.waitsFor(w.sync.outbox.waits[here.waiting_for])}</p>
      )}
      {isWaiting && <HeldUp here={here} now={now} />}
    </>
  );
}

function Sent({ way: { here, decided }, now }: { way: RecordWay; now: Timestamp }) {
  const w = useWords();
  if (!here) return <p>{w.way.elsewhere}</p>;
  return (
    <>
      <p>{sentWords(w, here, decided !== null)}</p>
      {here.attempts > 0 && <HeldUp here={here} now={now} />}
    </>
  );
}

/** Why it does not get on, when it is tried again, and that others do not wait for it. */
function HeldUp({ here: { held, not_before: next }, now }: { here: WayHere; now: Timestamp }) {
  const w = useWords();
  if (held === null) return null;
  return (
    <>
      <p className={styles.odd}>{w.way.heldBecause(w.sync.outbox.held[held])}</p>
      {next !== null && <p>{next <= now ? w.way.againSoon : w.way.again(whenWords(w, next, now))}</p>}
    </>
  );
}

function sentWords(w: Words, { attempts }: WayHere, isDecided: boolean): string {
  if (attempts > 0) return w.way.attempts(attempts);
  return isDecided ? w.way.carried : w.way.notTried;
}

function Decided({ way: { decided } }: { way: RecordWay }) {
  const w = useWords();
  if (!decided) return <p>{w.way.undecided}</p>;
  const hasLetter = decided.verdict === "refused" || decided.verdict === "parked";
  return (
    <>
      <p>{w.way.verdict[decided.verdict]}</p>
      {decided.rule && <p>{w.way.because(w.errors.rule[decided.rule])}</p>}
      {hasLetter && (
        <p>
          <Link state={{ mailTab: "verdicts" }} to="/sync">
            {w.way.toLetter}
          </Link>
        </p>
      )}
    </>
  );
}
