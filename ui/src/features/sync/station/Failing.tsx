
import type { OutboxRow, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";

import { AboutLink } from "../AboutLink";
import { heldWords } from "../heldWords";
import { intentDid } from "../intentDid";
import { WayLink } from "../WayLink";
import styles from "./station.module.css";

/** Actions that do not get through though the line stands, and why. */
export function Failing({ rows, now }: { rows: readonly OutboxRow[]; now: Timestamp }) {
  const w = useWords();
  const words = w.station.failing;
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{words.title}</h2>
      <p className="soft">{words.note}</p>
      <ul aria-label={words.list} className={styles.failing}>
        {rows.map((row) => {
          const did = intentDid(w, row.action);
          return (
            <li className={styles.failed} key={row.id}>
              <div className={styles.failedLine}>
                <span className={styles.did}>{did}</span>
                <span className={styles.subject}>
                  <AboutLink about={row.ticket} intent={row.action}>
                    {row.subject || w.sync.noSubject}
                  </AboutLink>
                </span>
                <time className={styles.when} title={fullWhenWords(w, row.written_at)}>
                  {whenWords(w, row.written_at, now)}
                </time>
                <WayLink did={did} id={row.id} />
              </div>
              <p className={styles.why}>{heldWords(w, row, now)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
