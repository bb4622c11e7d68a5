import { useState } from "react";

import { formDraft, useDraft } from "@/api";
import type { Stage, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, TextArea } from "@/ui";

import { stagesAhead } from "../nextStep";
import { ActForm } from "./ActForm";

/** Moves the ticket on: 咨询 → 导办 → 帮办, never back. */
export function AdvanceDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.advance;
  const { ticket } = view;
  const ahead = stagesAhead(ticket.stage);
  const [next = ticket.stage] = ahead;
  const [form] = useState(() => formDraft<{ to: Stage; note: string }>({ to: next, note: "" }, "note"));
  const draft = useDraft(`advance:${ticket.id}`, form);
  const { note } = draft.value;
  const to = ahead.includes(draft.value.to) ? draft.value.to : next;
  return (
    <ActForm
      action={note.trim() === "" ? null : { do: "advance", to, note: note.trim() }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title(w.enums.stage[to])}
    >
      {ahead.length > 1 && (
        <Choice<Stage>
          label={words.to}
          onChange={(stage) => draft.set({ to: stage, note })}
          options={ahead.map((id) => ({ id, label: w.enums.stage[id] }))}
          value={to}
        />
      )}
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(text) => draft.set({ to, note: text })}
        rows={4}
        value={note}
      />
    </ActForm>
  );
}
