import type { Review, TicketView } from "@/generated/types";
import { clockShare, clockWords, dueDayWords, useWords } from "@/i18n";
import { ClockRing, useNow } from "@/ui";

import styles from "../review.module.css";
import { clockOf } from "../rules/standing";

/** Materials that were promised in writing. */
export function promisesOf(review: Review) {
  return review.items.flatMap(({ material, name, judged }) =>
    judged?.verdict.verdict === "waived"
      ? [{ material, name, promise: judged.verdict.promise, days: judged.verdict.due_days }]
      : [],
  );
}

/** What was promised, and by when it has to be there. */
export function Promises({ review, view }: { review: Review; view: TicketView }) {
  const w = useWords();
  const now = useNow();
  return (
    <ul className={styles.promises}>
      {promisesOf(review).map(({ material, name, promise, days }) => {
        const clock = clockOf(view, "promise", material);
        return (
          <li key={material}>
            <p className={styles.promiseLine}>
              <strong>{name}</strong>
              {clock ? (
                <span className={styles.promiseDue}>
                  <ClockRing share={clockShare(clock, now)} urgency={clock.urgency}>
                    {clockWords(w, clock, now)}
                  </ClockRing>
                  <span className="soft">{w.review.promises.due(dueDayWords(w, clock.due_at, now))}</span>
                </span>
              ) : (
                <span className="soft">{w.review.verdict.daysWords(days)}</span>
              )}
            </p>
            <p className="soft">{promise}</p>
          </li>
        );
      })}
    </ul>
  );
}
