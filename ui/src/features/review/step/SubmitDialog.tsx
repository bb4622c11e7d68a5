import { TEXT_DRAFT, useDraft } from "@/api";
import type { Review, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { VerdictMark } from "@/marks";
import { Notice, TextArea } from "@/ui";

import styles from "../review.module.css";
import { tally } from "../rules/lines";
import { Promises, promisesOf } from "./Promises";
import { StepDialog } from "./StepDialog";

/** Nothing remains: the department examines it next. */
export function SubmitDialog({ view, review, onClose }: {
  view: TicketView;
  review: Review;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.review.submit;
  const draft = useDraft(`submit:${view.ticket.id}`, TEXT_DRAFT);
  return (
    <StepDialog
      action={{ do: "submit", note: draft.value.trim() }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
    >
      <Notice tone="blue">{words.lead}</Notice>
      <ul className={styles.tally}>
        {tally(review).map(({ kind, count }) => (
          <li key={kind}>
            <VerdictMark count={count} mark={kind} />
          </li>
        ))}
      </ul>
      {promisesOf(review).length > 0 && (
        <div>
          <h3 className={styles.label}>{words.promises}</h3>
          <Promises review={review} view={view} />
        </div>
      )}
      <TextArea
        autoFocus
        hint={words.noteHint}
        label={words.note}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={3}
        value={draft.value}
      />
    </StepDialog>
  );
}
