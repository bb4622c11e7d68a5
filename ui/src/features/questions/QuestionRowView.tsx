import { CloudUpload } from "lucide-react";
import { memo } from "react";

import type { QuestionView, Timestamp } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { State } from "@/ui";

import { DueClock } from "./DueClock";
import styles from "./list.module.css";
import { OftenMark } from "./OftenMark";
import { StageMark } from "./StageMark";

/** Two lines: the question; then where it stands, what it is about, and its clock. */
export const QuestionRowView = memo(function QuestionRowView({ view, now, isOpen, isActive }: {
  view: QuestionView;
  now: Timestamp;
  isOpen: boolean;
  isActive: boolean;
}) {
  const w = useWords();
  const { question } = view;
  const last = question.steps.at(-1)?.at ?? question.asked_at;
  return (
    <div
      className={styles.row}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
    >
      <span className={styles.text} title={question.text}>
        {question.text}
      </span>
      <span className={styles.second}>
        <StageMark question={question} />
        <OftenMark view={view} />
        {view.pending > 0 && (
          <State icon={CloudUpload} tone="blue">
            {w.common.pendingUpload}
          </State>
        )}
        <span className={styles.about}>{question.department ?? view.matter ?? view.organisation}</span>
        <span className={styles.due}>
          {view.clock ? (
            <DueClock now={now} view={view} />
          ) : (
            <time className="figures">{whenWords(w, last, now)}</time>
          )}
        </span>
      </span>
    </div>
  );
});
