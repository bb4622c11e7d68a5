import { CircleCheck, CircleX, Split } from "lucide-react";

import type { VerdictLetter } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { cx, State, useNow } from "@/ui";

import { didWords } from "./didWords";
import styles from "./verdicts.module.css";

/** How a letter stands: refused, kept as a proposal, or dealt with. */
export function LetterMark({ letter }: { letter: VerdictLetter }) {
  const w = useWords();
  const words = w.sync.verdicts;
  if (letter.cleared_at !== null) {
    return (
      <State icon={CircleCheck} tone="soft">
        {words.cleared}
      </State>
    );
  }
  return letter.parked ? (
    <State icon={Split} tone="violet">
      {words.parked}
    </State>
  ) : (
    <State icon={CircleX} tone="red">
      {words.refused}
    </State>
  );
}

/** A letter in the list. */
export function LetterRow({ letter, isOpen }: { letter: VerdictLetter; isOpen: boolean }) {
  const w = useWords();
  const now = useNow();
  return (
    <div
      className={cx(styles.row, letter.cleared_at === null && styles.waiting)}
      data-open={isOpen || undefined}
    >
      <span className={styles.subject}>{letter.subject || w.sync.noSubject}</span>
      <span className={styles.second}>
        <LetterMark letter={letter} />
        <span className={styles.did}>{didWords(w, letter.action)}</span>
        <time className={styles.when}>{whenWords(w, letter.decided_at, now)}</time>
      </span>
    </div>
  );
}
