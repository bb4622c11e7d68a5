import { useMemo } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { DaysChoice } from "./DaysChoice";
import { emptyWords } from "./emptyWords";
import { OrganisationPick } from "./OrganisationPick";

/** Asks another unit to assist; the organisation of the ticket goes on leading. */
export function AskAssistDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.ask_assist;
  const { ticket } = view;
  const directory = useCommand("directory", {});
  const form = useMemo(() => formDraft({ organisation: "", days: "3", task: "" }, "task"), []);
  const draft = useDraft(`ask_assist:${ticket.id}`, form);
  const { organisation, days, task } = draft.value;
  const asked = new Set(ticket.assists.filter(({ end }) => end === null).map((assist) => assist.organisation));
  const units = (directory.data?.organisations ?? []).filter(
    ({ id }) => id !== ticket.organisation && !asked.has(id),
  );
  const ready = units.some(({ id }) => id === organisation) && task.trim() !== "";
  return (
    <ActForm
      action={ready ? { do: "ask_assist", organisation, task: task.trim(), due_days: Number(days) } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <OrganisationPick
        emptyText={emptyWords(w, directory, words.none)}
        label={words.unit}
        onChange={(next) => draft.set({ organisation: next, days, task })}
        organisations={units}
        value={organisation}
      />
      <TextArea
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ organisation, days, task: next })}
        rows={4}
        value={task}
      />
      <DaysChoice
        label={words.days}
        onChange={(next) => draft.set({ organisation, days: next, task })}
        value={days}
      />
    </ActForm>
  );
}
