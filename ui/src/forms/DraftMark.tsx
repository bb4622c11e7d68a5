import type { DraftState } from "@/api";
import { useWords } from "@/i18n";

import styles from "./forms.module.css";

/** Whether what is written is safe. */
export function DraftMark({ state }: { state: DraftState }) {
  const w = useWords();
  const words = {
    untouched: "",
    waiting: w.common.draftSaving,
    saved: w.common.draftSaved,
    failed: w.common.draftFailed,
  }[state];
  return (
    <span aria-live="polite" className={styles.draft} data-state={state}>
      {words}
    </span>
  );
}
