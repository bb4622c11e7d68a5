import { TriangleAlert } from "lucide-react";

import type { QualityWarning } from "@/generated/types";
import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "./files.module.css";

/** What may make a picture hard to read, and what to do about it. */
export function Warnings({ warnings, hasIcon }: {
  warnings: readonly QualityWarning[];
  /** The sign stands beside the whole list already. */
  hasIcon?: boolean;
}) {
  const w = useWords();
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={warning}>
          {!hasIcon && <Icon className={styles.warningIcon} of={TriangleAlert} size={0.875} />}
          <strong>{w.files.warned.words[warning]}</strong>
          <span>{w.files.warned.todo[warning]}</span>
        </li>
      ))}
    </ul>
  );
}
