import { useMemo } from "react";

import { formDraft, useDraft, useDueDay } from "@/api";
import type { Review, TicketView } from "@/generated/types";
import { lastDayWords, useWords } from "@/i18n";
import { Notice, TextArea, TextField } from "@/ui";

import styles from "../review.module.css";
import { defectsOf } from "../rules/lines";
import { nextOrdinal } from "../rules/standing";
import { areDays } from "../rules/verdictForm";
import { StepDialog } from "../step/StepDialog";
import { DefectTable } from "./DefectTable";

const USUAL_DAYS = "5";

/** The notice before it goes out: every defect at once, the days, and the law. */
export function NoticeSheet({ view, review, onClose }: {
  view: TicketView;
  review: Review;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.review.notice;
  const { ticket } = view;
  const form = useMemo(
    () => formDraft({ days: USUAL_DAYS, basis: words.basisText }, "basis"),
    [words.basisText],
  );
  const draft = useDraft(`issue_correction:${ticket.id}`, form);
  const { days, basis } = draft.value;
  const defects = defectsOf(review).map(({ material, name, judged }) => {
    const verdict = judged?.verdict;
    return {
      material,
      name,
      defect: verdict?.verdict === "needs_fixing" ? verdict.defect : null,
      fix: verdict && "fix" in verdict ? verdict.fix : "",
    };
  });
  const due = useDueDay(areDays(days) ? Number(days) : null);
  const ready = areDays(days) && basis.trim() !== "";
  return (
    <StepDialog
      action={
        ready ? { do: "issue_correction", due_days: Number(days), basis: basis.trim() } : null
      }
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title(nextOrdinal(review))}
      width={52}
    >
      <Notice tone={review.leave ? "amber" : "blue"}>
        {review.leave ? words.again(review.leave.reason) : words.once}
      </Notice>
      <dl className={styles.sheetHead}>
        <div>
          <dt>{words.to}</dt>
          <dd>{ticket.requester.name}</dd>
        </div>
        <div>
          <dt>{words.matter}</dt>
          <dd>{ticket.matter?.name}</dd>
        </div>
      </dl>
      <DefectTable caption={words.caption(defects.length)} defects={defects} />
      <div className={styles.sheetFoot}>
        <TextField
          error={areDays(days) ? null : words.daysRange}
          hint={due ? `${lastDayWords(w, due)}${w.punctuation.stop}${words.daysHint}` : words.daysHint}
          inputMode="numeric"
          isRequired
          label={words.days}
          maxLength={2}
          onBlur={draft.flush}
          onChange={(next) => draft.set({ days: next.trim(), basis })}
          value={days}
        />
        <TextArea
          isRequired
          label={words.basis}
          maxLength={400}
          onBlur={draft.flush}
          onChange={(next) => draft.set({ days, basis: next })}
          rows={2}
          value={basis}
        />
      </div>
    </StepDialog>
  );
}
