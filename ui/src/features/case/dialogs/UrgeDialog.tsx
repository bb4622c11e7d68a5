import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { DaysChoice } from "./DaysChoice";

/** A manager urges; the holder has to answer in time. */
export function UrgeDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.urge;
  const { ticket } = view;
  const form = useMemo(() => formDraft({ text: "", days: "1" }, "text"), []);
  const draft = useDraft(`urge:${ticket.id}`, form);
  const { text, days } = draft.value;
  return (
    <ActForm
      action={text.trim() === "" ? null : { do: "urge", text: text.trim(), due_days: Number(days) }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ text: next, days })}
        rows={4}
        value={text}
      />
      <DaysChoice label={words.days} onChange={(next) => draft.set({ text, days: next })} value={days} />
    </ActForm>
  );
}
