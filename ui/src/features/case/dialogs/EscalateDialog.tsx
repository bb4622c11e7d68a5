import { useMemo } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { Directory, Ticket, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Select, TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { DaysChoice } from "./DaysChoice";
import { emptyWords } from "./emptyWords";

/** Asks a consultant. The opinion comes back here, and the first responder answers the citizen. */
export function EscalateDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.escalate;
  const { ticket } = view;
  const directory = useCommand("directory", {});
  const form = useMemo(() => formDraft({ consultant: "", days: "2", question: "" }, "question"), []);
  const draft = useDraft(`escalate:${ticket.id}`, form);
  const { consultant, days, question } = draft.value;
  const places = new Map(directory.data?.organisations.map(({ id, short_name }) => [id, short_name]));
  const ours = useDepartment(ticket, directory.data);
  const consultants = (directory.data?.staff ?? [])
    .filter(({ role }) => role === "consultant")
    .sort((one, other) => Number(other.organisation === ours) - Number(one.organisation === ours));
  const known = consultants.some(({ id }) => id === consultant);
  const ready = known && question.trim() !== "";
  return (
    <ActForm
      action={
        ready
          ? { do: "escalate", consultant, question: question.trim(), due_days: Number(days) }
          : null
      }
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <Select
        emptyText={emptyWords(w, directory, words.nobody)}
        isRequired
        label={words.consultant}
        onChange={(next) => draft.set({ consultant: next, days, question })}
        options={consultants.map(({ id, name, post, organisation }) => ({
          id,
          label: name,
          note: `${places.get(organisation) ?? ""} ${post}`,
        }))}
        placeholder={w.common.choose}
        value={known ? consultant : null}
      />
      <TextArea
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ consultant, days, question: next })}
        rows={4}
        value={question}
      />
      <DaysChoice
        label={words.days}
        onChange={(next) => draft.set({ consultant, days: next, question })}
        value={days}
      />
    </ActForm>
  );
}

/** The organisation that answers for the matter: its consultants stand first. */
function useDepartment(ticket: Ticket, directory: Directory | undefined): string | undefined {
  const id = ticket.matter?.id ?? "";
  const answer = useCommand("matter_get", { id }, { enabled: id !== "" });
  const department = answer.data?.matter.department;
  return directory?.organisations.find(({ name }) => name === department)?.id;
}
