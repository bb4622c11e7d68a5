import type { MatterChange } from "@/generated/types";
import { useWords } from "@/i18n";

import styles from "./changes.module.css";

/** What differs between two versions of a guide: per part, what went and what came. */
export function MatterChanges({ changes }: { changes: readonly MatterChange[] }) {
  const w = useWords();
  const words = w.library.versions;
  return (
    <dl className={styles.changes}>
      {changes.map(({ part, before, after }) => (
        <div className={styles.change} key={part}>
          <dt>{w.enums.matterPart[part]}</dt>
          <dd>
            {before.map((line) => (
              <del key={line}>
                <span className="visually-hidden">{words.before}</span>
                {line}
              </del>
            ))}
            {after.map((line) => (
              <ins key={line}>
                <span className="visually-hidden">{words.after}</span>
                {line}
              </ins>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
