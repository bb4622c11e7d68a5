import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { TicketView, Via } from "@/generated/types";
import { useWords } from "@/i18n";
import { Select, TextArea } from "@/ui";

import { personWords } from "../eventWords";
import { usualVia, VIAS } from "../via";
import { ActForm } from "./ActForm";

/** Proposes a reply to the holder, who decides whether it is given. */
export function ProposeDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.holding.propose;
  const { ticket } = view;
  const form = useMemo(
    () => formDraft({ text: "", via: usualVia(ticket.channel), note: "" }, "text"),
    [ticket.channel],
  );
  const draft = useDraft(`propose:${ticket.id}`, form);
  const { text, via, note } = draft.value;
  const proposed = { do: "reply", text: text.trim(), via } as const;
  return (
    <ActForm
      action={text.trim() === "" ? null : { do: "propose", proposed, note: note.trim() }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <p>{words.effect(personWords(view, ticket.holder))}</p>
      <TextArea
        autoFocus
        isRequired
        label={words.text}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ text: next, via, note })}
        rows={5}
        value={text}
      />
      <Select<Via>
        label={words.via}
        onChange={(next) => draft.set({ text, via: next, note })}
        options={VIAS.map((id) => ({ id, label: w.enums.via[id] }))}
        value={via}
      />
      <TextArea
        label={words.note}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ text, via, note: next })}
        rows={2}
        value={note}
      />
    </ActForm>
  );
}
