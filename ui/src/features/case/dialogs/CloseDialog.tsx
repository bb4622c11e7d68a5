import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { Outcome, Status, TicketView, Via } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, Notice, TextArea } from "@/ui";

import { VIAS } from "../via";
import { ActForm } from "./ActForm";

type Outcomes = readonly [Outcome, ...Outcome[]];

/** Out of scope is said by triage, which names the right office. */
const OUTCOMES: Outcomes = ["answered", "completed", "withdrawn"];
/** While the case stands still, only a withdrawal can end it. */
const STILL: ReadonlySet<Status> = new Set<Status>(["awaiting_applicant", "suspended"]);

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
  const outcomes: Outcomes = STILL.has(ticket.status) ? ["withdrawn"] : OUTCOMES;
  const form = useMemo(() => {
    const outcome = ticket.stage === "consultation" ? "answered" : "completed";
    return formDraft<Closing>({ outcome, feedback: "", via: "phone" }, "feedback");
  }, [ticket.stage]);
  const draft = useDraft(`close:${ticket.id}`, form);
  const { feedback, via } = draft.value;
  const outcome = outcomes.find((one) => one === draft.value.outcome) ?? outcomes[0];
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
      {outcomes.length > 1 ? (
        <Choice<Outcome>
          label={words.outcome}
          onChange={(next) => draft.set({ ...draft.value, outcome: next })}
          options={outcomes.map((id) => ({ id, label: w.enums.outcome[id] }))}
          value={outcome}
        />
      ) : (
        <Notice tone="violet">{words.withdrawnOnly}</Notice>
      )}
      <TextArea
        autoFocus
        hint={words.hint}
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
      {outcomes.length > 1 && (
        <Notice tone="blue">{outcome === "withdrawn" ? words.withdrawnNext : words.next}</Notice>
      )}
    </ActForm>
  );
}
