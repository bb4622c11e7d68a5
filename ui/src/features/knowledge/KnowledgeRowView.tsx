import { CalendarX } from "lucide-react";
import { memo } from "react";

import type { KnowledgeRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { cx, State } from "@/ui";

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
      className={cx(styles.row, row.expired && styles.expired)}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
    >
      <div className={styles.line}>
        <span className={styles.name} title={row.title}>
          {row.title}
        </span>
        {row.expired && (
          <State filled icon={CalendarX} tone="red">
            {w.common.expired}
          </State>
        )}
      </div>
      <div className={styles.second}>
        <span className={styles.kind}>{w.enums.knowledgeKind[row.kind]}</span>
        <span className={styles.excerpt}>{row.excerpt}</span>
      </div>
    </div>
  );
});
