import { CircleCheck, CircleX, Split } from "lucide-react";

import type { VerdictLetter } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { cx, State, useNow } from "@/ui";

import { intentDid } from "./intentDid";
import { letterState } from "./letterState";
import styles from "./verdicts.module.css";

const LOOK = {
  refused: { icon: CircleX, tone: "red" },
  parked: { icon: Split, tone: "violet" },
  taken: { icon: CircleCheck, tone: "jade" },
  declined: { icon: CircleX, tone: "amber" },
  cleared: { icon: CircleCheck, tone: "soft" },
} as const;

/** How a letter stands: refused, kept as a proposal, what became of that, or dealt with. */
export function LetterMark({ letter }: { letter: VerdictLetter }) {
  const words = useWords().sync.verdicts;
  const state = letterState(letter);
  const said = {
    refused: words.refused,
    parked: words.parked,
    taken: words.parkedTaken,
    declined: words.parkedDeclined,
    cleared: words.cleared,
  }[state];
  return <State {...LOOK[state]}>{said}</State>;
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
        <span className={styles.did}>{intentDid(w, letter.action)}</span>
        <time className={styles.when}>{whenWords(w, letter.decided_at, now)}</time>
      </span>
    </div>
  );
}
