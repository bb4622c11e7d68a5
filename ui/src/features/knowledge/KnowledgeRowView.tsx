import { memo } from "react";

import type { KnowledgeRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { EntryStandingMark } from "@/marks";
import { cx } from "@/ui";

import styles from "./list.module.css";

/** Two lines: the question; then kind and the first words of the answer. */
export const KnowledgeRowView = memo(function KnowledgeRowView({ row, isOpen, isActive }: {
  row: KnowledgeRow;
  isOpen: boolean;
  isActive: boolean;
}) {
  const w = useWords();
  return (
    <div
      className={cx(styles.row, row.standing === "expired" && styles.expired)}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
    >
      <div className={styles.line}>
        <span className={styles.name} title={row.title}>
          {row.title}
        </span>
        {row.standing !== "in_force" && <EntryStandingMark standing={row.standing} />}
      </div>
      <div className={styles.second}>
        <span className={styles.kind}>{w.enums.knowledgeKind[row.kind]}</span>
        <span className={styles.excerpt}>{row.excerpt}</span>
      </div>
    </div>
  );
});
