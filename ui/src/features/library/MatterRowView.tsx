import { memo } from "react";

import type { MatterRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { MatterStateMark, promisedWords } from "@/marks";
import { cx } from "@/ui";

import styles from "./list.module.css";

/** Two lines: the name; then what it was found as, who answers for it, how long, how much to bring. */
export const MatterRowView = memo(function MatterRowView({ row, isOpen, isActive }: {
  row: MatterRow;
  isOpen: boolean;
  isActive: boolean;
}) {
  const w = useWords();
  const words = w.library;
  return (
    <div
      className={cx(styles.row, row.state === "cancelled" && styles.cancelled)}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
    >
      <div className={styles.line}>
        <span className={styles.name} title={row.name}>
          {row.name}
        </span>
        {row.state !== "in_use" && <MatterStateMark state={row.state} />}
      </div>
      <div className={styles.second}>
        {row.found_as && <span className={styles.alias}>{words.alsoCalled(row.found_as)}</span>}
        <span className={styles.department}>{row.department}</span>
        {!row.found_as && <span>{w.enums.level[row.level]}</span>}
        <span className={styles.period}>{promisedWords(w, row)}</span>
        <span className="figures">{words.materialsCount(row.materials)}</span>
      </div>
    </div>
  );
});
