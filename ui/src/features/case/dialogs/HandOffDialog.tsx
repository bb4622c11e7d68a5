import { useMemo } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { Directory, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, Select, TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { emptyWords } from "./emptyWords";
import { OrganisationPick } from "./OrganisationPick";

const ANYONE = "anyone";
/** Who may hold tickets: the rule book's "serves citizens". */
const SERVES = new Set(["service", "village"]);

/**
 * Hands the ticket to a colleague or to an organisation, or, as a manager, assigns it: then it
 * cannot be returned. The first responder stays.
 */
export function HandOffDialog({ kind, view, onClose }: {
  kind: "hand_off" | "assign";
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.ticket.dialog[kind];
  const assigns = kind === "assign";
  const { ticket } = view;
  const directory = useCommand("directory", {});
  const form = useMemo(
    () => formDraft({ organisation: ticket.organisation, staff: ANYONE, note: "" }, "note"),
    [ticket.organisation],
  );
  const draft = useDraft(`${kind}:${ticket.id}`, form);
  const { organisation, staff, note } = draft.value;
  const people = colleagues(directory.data, organisation, ticket.holder);
  const named = people.some((person) => person.id === staff);
  // Handing over to one's own organisation only makes sense to a named colleague.
  const mayBeAnyone = assigns || organisation !== ticket.organisation;
  const ready = note.trim() !== "" && organisation !== "" && (named || mayBeAnyone);
  const to = { to_staff: named ? staff : null, to_organisation: organisation, note: note.trim() };
  return (
    <ActForm
      action={ready ? { do: kind, ...to } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      {assigns && <Notice tone="amber">{w.ticket.dialog.assign.warning}</Notice>}
      <OrganisationPick
        emptyText={emptyWords(w, directory, w.errors.rule.unknown_organisation)}
        label={words.organisation}
        onChange={(next) => draft.set({ organisation: next, staff: ANYONE, note })}
        organisations={directory.data?.organisations ?? []}
        value={organisation}
      />
      <Select
        emptyText={emptyWords(w, directory, words.nobody)}
        label={words.staff}
        onChange={(next) => draft.set({ organisation, staff: next, note })}
        options={[
          ...(mayBeAnyone ? [{ id: ANYONE, label: words.anyone }] : []),
          ...people.map(({ id, name, post }) => ({ id, label: name, note: post })),
        ]}
        placeholder={w.common.choose}
        value={named || mayBeAnyone ? staff : null}
      />
      <TextArea
        hint={assigns ? undefined : w.ticket.dialog.hand_off.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ organisation, staff, note: next })}
        rows={4}
        value={note}
      />
    </ActForm>
  );
}

function colleagues(directory: Directory | undefined, organisation: string, holder: string | null) {
  return (directory?.staff ?? []).filter(
    (person) =>
      person.organisation === organisation && person.id !== holder && SERVES.has(person.role),
  );
}
