import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { Outcome, TicketView, Via } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

const OUTCOMES: Outcome[] = ["answered", "completed", "told_where", "withdrawn"];
const VIAS: Via[] = ["phone", "counter", "message"];

interface Closing {
  outcome: Outcome;
  feedback: string;
  via: Via;
}

/** Ends the ticket. The citizen is told first: without the feedback there is no closing. */
export function CloseDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.close;
  const { ticket } = view;
  const form = useMemo(() => {
    const outcome = ticket.stage === "consultation" ? "answered" : "completed";
    return formDraft<Closing>({ outcome, feedback: "", via: "phone" }, "feedback");
  }, [ticket.stage]);
  const draft = useDraft(`close:${ticket.id}`, form);
  const { outcome, feedback, via } = draft.value;
  const ready = feedback.trim() !== "";
  return (
    <ActForm
      action={ready ? { do: "close", outcome, feedback: feedback.trim(), via } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <Choice<Outcome>
        label={words.outcome}
        onChange={(next) => draft.set({ ...draft.value, outcome: next })}
        options={OUTCOMES.map((id) => ({ id, label: w.enums.outcome[id] }))}
        value={outcome}
      />
      <TextArea
        autoFocus
        hint={outcome === "told_where" ? words.whereHint : words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ ...draft.value, feedback: next })}
        rows={5}
        value={feedback}
      />
      <Choice<Via>
        label={words.via}
        onChange={(next) => draft.set({ ...draft.value, via: next })}
        options={VIAS.map((id) => ({ id, label: w.enums.via[id] }))}
        value={via}
      />
    </ActForm>
  );
}
