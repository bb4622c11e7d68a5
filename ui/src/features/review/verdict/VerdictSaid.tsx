import type { Judged, TicketView } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { VerdictMark } from "@/marks";
import { useNow } from "@/ui";

import styles from "./verdict.module.css";

/** A verdict as it was given: which, by whom, when, and the words that go with it. */
export function VerdictSaid({ judged, view, withRound }: {
  judged: Judged;
  view: TicketView;
  withRound?: boolean;
}) {
  const w = useWords();
  const now = useNow();
  const { verdict, by, at, round } = judged;
  return (
    <div className={styles.said}>
      <p className={styles.saidHead}>
        {withRound && <span className="soft">{w.review.round(round)}</span>}
        <VerdictMark mark={verdict.verdict} />
        <span className={styles.saidBy}>
          {w.review.verdict.by(view.people[by]?.name ?? "", whenWords(w, at, now))}
        </span>
      </p>
      {verdict.verdict === "needs_fixing" && <p>{verdict.defect}</p>}
      {"fix" in verdict && <p className="soft">{verdict.fix}</p>}
      {verdict.verdict === "waived" && (
        <p>
          {verdict.promise} <span className="soft">{w.review.verdict.daysWords(verdict.due_days)}</span>
        </p>
      )}
      {verdict.verdict === "exempt" && <p>{verdict.certificate}</p>}
    </div>
  );
}
