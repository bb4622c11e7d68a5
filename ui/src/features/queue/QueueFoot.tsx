import type { ClockView, TicketRow } from "@/generated/types";
import { dueDayWords, useWords, type Words } from "@/i18n";

import styles from "./queue.module.css";

/** Below the list: what the clock of the active row means, and how many tickets there are. */
export function QueueFoot({ active, total, whole, now }: {
  active: TicketRow | undefined;
  total: number;
  /** Tickets in the range, without filters. */
  whole: number | undefined;
  now: number;
}) {
  const w = useWords();
  const clock = active?.clock;
  const count =
    whole !== undefined && whole > total ? w.queue.found(total, whole) : w.queue.total(total);
  return (
    <footer className={styles.foot}>
      <span className={styles.explained}>{clock && clockWord(w, clock, now)}</span>
      <span aria-live="polite" className="figures">
        {count}
      </span>
    </footer>
  );
}

function clockWord(w: Words, { kind, due_at, paused }: ClockView, now: number): string {
  const name = w.enums.clock[kind];
  return paused ? w.queue.paused(name) : w.queue.due_at(name, dueDayWords(w, due_at, now));
}
