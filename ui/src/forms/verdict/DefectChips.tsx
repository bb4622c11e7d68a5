import { useWords } from "@/i18n";
import { Button } from "@/ui";

import styles from "./verdict.module.css";

/** The common defects of a material, one press each. */
export function DefectChips({ defects, chosen, onChoose }: {
  defects: readonly string[];
  chosen: readonly string[];
  onChoose: (defect: string) => void;
}) {
  const w = useWords();
  if (defects.length === 0) return null;
  return (
    <div aria-label={w.review.verdict.defectPick} className={styles.chips} role="group">
      {defects.map((defect) => (
        <Button
          aria-pressed={chosen.includes(defect)}
          className={styles.chip}
          key={defect}
          onPress={() => onChoose(defect)}
          size="small"
        >
          {defect}
        </Button>
      ))}
    </div>
  );
}
