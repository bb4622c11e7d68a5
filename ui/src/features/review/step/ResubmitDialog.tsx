import { formDraft, useDraft } from "@/api";
import type { Correction, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, TextArea } from "@/ui";

import styles from "../review.module.css";
import { clockOf } from "../rules/standing";
import { StepDialog } from "./StepDialog";

const FORM = formDraft({ note: "", late: "" }, "note");

/** The applicant hands in again; late needs a reason. */
export function ResubmitDialog({ view, notice, onClose }: {
  view: TicketView;
  notice: Correction;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.review.resubmit;
  const draft = useDraft(`resubmit:${view.ticket.id}`, FORM);
  const { note, late } = draft.value;
  const isLate = clockOf(view, "correction")?.urgency === "over";
  const ready = !isLate || late.trim() !== "";
  return (
    <StepDialog
      action={
        ready ? { do: "resubmit", late: isLate ? late.trim() : null, note: note.trim() } : null
      }
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
    >
      <p>{words.lead}</p>
      <div>
        <h3 className={styles.label}>{words.lines}</h3>
        <ul className={styles.bullets}>
          {notice.defects.map(({ material, name }) => (
            <li key={material}>{name}</li>
          ))}
        </ul>
      </div>
      {isLate && <Notice tone="red">{w.review.waiting.over}</Notice>}
      {isLate && (
        <TextArea
          autoFocus
          hint={words.lateHint}
          isRequired
          label={words.late}
          maxLength={4000}
          onBlur={draft.flush}
          onChange={(next) => draft.set({ note, late: next })}
          rows={2}
          value={late}
        />
      )}
      <TextArea
        autoFocus={!isLate}
        hint={words.noteHint}
        label={words.note}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ note: next, late })}
        rows={3}
        value={note}
      />
    </StepDialog>
  );
}
