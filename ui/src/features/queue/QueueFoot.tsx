import type { TicketRow } from "@/generated/types";
import { dueDayWords, useWords } from "@/i18n";

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
  const explained = clock
    ? w.queue.due_at(w.enums.clock[clock.kind], dueDayWords(w, clock.due_at, now))
    : "";
  const count =
    whole !== undefined && whole > total ? w.queue.found(total, whole) : w.queue.total(total);
  return (
    <footer className={styles.foot}>
      <span className={styles.explained}>{explained}</span>
      <span aria-live="polite" className="figures">
        {count}
      </span>
    </footer>
  );
}
