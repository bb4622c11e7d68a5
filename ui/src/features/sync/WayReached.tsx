import { useCommand } from "@/api";
import type { RecordWay, Timestamp, WayReach } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords } from "@/i18n";

import styles from "./way.module.css";
import { hasReach } from "./wayStations";
import { whoWords } from "./whoWords";

/** How often the platform is asked anew: other desks fetch on their own. */
const ASK_MS = 15_000;

/** Whether the history here has it, and which desks say that they have it. */
export function WayReached({ way, now }: { way: RecordWay; now: Timestamp }) {
  const w = useWords();
  if (!way.decided) return <p>{w.way.notYet}</p>;
  if (!hasReach(way)) return <p>{w.way.notSpread}</p>;
  return (
    <>
      <p>{way.confirmed ? w.way.confirmed : w.way.toConfirm}</p>
      <Reach id={way.id} now={now} />
    </>
  );
}

function Reach({ id, now }: { id: string; now: Timestamp }) {
  const w = useWords();
  const words = w.way.reach;
  const isOnline = useCommand("sync_state", {}).data?.link === "online";
  const { data, error } = useCommand("record_reach", { id }, { enabled: isOnline, everyMs: ASK_MS });
  const title = (
    <h3 className={styles.reachTitle}>
      {words.title}
      {data && data.desks.length > 0 && <span className="soft figures">{words.count(data.desks.length)}</span>}
    </h3>
  );
  return (
    <section className={styles.reach}>
      {title}
      {data && <Desks now={now} reach={data} />}
      {!isOnline ? (
        <p className="soft">{words.offline}</p>
      ) : error && !data ? (
        <p className="soft">{error.code === "not_found" ? words.unknown : errorWords(w, error)}</p>
      ) : (
        !data && <p className="soft">{words.asking}</p>
      )}
    </section>
  );
}

function Desks({ reach: { desks }, now }: { reach: WayReach; now: Timestamp }) {
  const w = useWords();
  const words = w.way.reach;
  if (desks.length === 0) return <p>{words.none}</p>;
  return (
    <ul className={styles.desks}>
      {desks.map(({ station, person, at }) => (
        <li className={styles.desk} key={`${station} ${person.name} ${at}`}>
          <span className={styles.deskName}>{station}</span>
          <span className={styles.deskWho}>{whoWords(person)}</span>
          <time className={styles.stopTime} title={fullWhenWords(w, at)}>
            {words.at(whenWords(w, at, now))}
          </time>
        </li>
      ))}
    </ul>
  );
}
