import { TEXT_DRAFT, useDraft } from "@/api";
import type { TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea } from "@/ui";

import { StepDialog } from "./StepDialog";

/** The steps that need one reason: a manager's leave, and taking the case back. */
export function ReasonDialog({ kind, view, onClose }: {
  kind: "allow_correction" | "take_back";
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words = kind === "take_back" ? w.review.takeBack : w.review.allow;
  const draft = useDraft(`${kind}:${view.ticket.id}`, TEXT_DRAFT);
  const reason = draft.value.trim();
  return (
    <StepDialog
      action={reason === "" ? null : { do: kind, reason }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
    >
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={4}
        value={draft.value}
      />
    </StepDialog>
  );
}
