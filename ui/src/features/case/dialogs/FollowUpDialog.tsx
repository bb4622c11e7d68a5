import { CircleCheckBig, CircleX, RotateCcw } from "lucide-react";
import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { LoopOutcome, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { ChoiceCards, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

const ICONS = { obtained: CircleCheckBig, needs_more: RotateCcw, cannot_obtain: CircleX } as const;
const OUTCOMES = Object.keys(ICONS) as LoopOutcome[];

/** What the citizen holds after closing: exactly one of three, and each says what follows. */
export function FollowUpDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.follow_up;
  const { ticket } = view;
  const form = useMemo(
    () => formDraft<{ outcome: LoopOutcome | null; note: string }>({ outcome: null, note: "" }, "note"),
    [],
  );
  const draft = useDraft(`follow_up:${ticket.id}`, form);
  const { outcome, note } = draft.value;
  const ready = outcome !== null && note.trim() !== "";
  return (
    <ActForm
      action={ready ? { do: "follow_up", outcome, note: note.trim() } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <ChoiceCards<LoopOutcome>
        cards={OUTCOMES.map((id) => ({
          id,
          icon: ICONS[id],
          label: w.enums.loopOutcome[id],
          note: words.sentence[id],
        }))}
        label={words.outcome}
        onChange={(next) => draft.set({ outcome: next, note })}
        value={outcome}
      />
      {outcome !== null && (
        <TextArea
          isRequired
          label={words.label[outcome]}
          maxLength={4000}
          onBlur={draft.flush}
          onChange={(next) => draft.set({ outcome, note: next })}
          rows={4}
          value={note}
        />
      )}
    </ActForm>
  );
}
