import { CircleCheck, RefreshCw } from "lucide-react";

import type { PartHealth, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { State } from "@/ui";

import styles from "./station.module.css";

/** What is kept here, and what the last comparison with the platform found. */
export function Parts({ parts, now }: { parts: readonly PartHealth[]; now: Timestamp }) {
  const w = useWords();
  const words = w.station.parts;
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{words.title}</h2>
      <p className="soft">{parts.length === 0 ? words.none : w.station.compareNote}</p>
      {parts.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th className={styles.number} scope="col">
                {words.records}
              </th>
              <th scope="col">{words.asOf}</th>
              <th scope="col">{words.checked}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartRow key={`${part.what} ${part.as_of}`} now={now} part={part} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function PartRow({ part, now }: { part: PartHealth; now: Timestamp }) {
  const w = useWords();
  const words = w.station.parts;
  const { what, records, as_of: asOf, checked_at: checked, same, repairs, repaired_at: repaired } = part;
  return (
    <tr>
      <th scope="row">{w.enums.syncWhat[what]}</th>
      <td className={styles.number}>{records}</td>
      <td title={fullWhenWords(w, asOf)}>{whenWords(w, asOf, now)}</td>
      <td title={checked === null ? undefined : fullWhenWords(w, checked)}>
        {checked === null ? words.never : whenWords(w, checked, now)}
      </td>
      <td>
        {checked !== null && (
          <State icon={same ? CircleCheck : RefreshCw} tone={same ? "jade" : "amber"}>
            {same ? words.same : words.differs}
          </State>
        )}
        <span className={styles.repairs}>
          {repairs > 0 && repaired !== null
            ? words.repairs(repairs, whenWords(w, repaired, now))
            : words.noRepair}
        </span>
      </td>
    </tr>
  );
}
