import { useMemo, useState } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { Directory, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, Select, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

const ANYONE = "anyone";
/** Who may hold tickets: the rule book's "serves citizens". */
const SERVES = new Set(["service", "village"]);

/** Hands the ticket to a colleague or to an organisation. The first responder stays. */
export function HandOffDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.hand_off;
  const { ticket } = view;
  const directory = useCommand("directory", {});
  const form = useMemo(
    () => formDraft({ organisation: ticket.organisation, staff: ANYONE, note: "" }, "note"),
    [ticket.organisation],
  );
  const draft = useDraft(`hand_off:${ticket.id}`, form);
  const { organisation, staff, note } = draft.value;
  const people = colleagues(directory.data, organisation, ticket.holder);
  const named = people.some((person) => person.id === staff);
  const ready = note.trim() !== "" && organisation !== "" && (named || !isOwn());

  /** Handing over to one's own organisation only makes sense to a named colleague. */
  function isOwn(): boolean {
    return organisation === ticket.organisation;
  }

  return (
    <ActForm
      action={
        ready
          ? {
              do: "hand_off",
              to_staff: named ? staff : null,
              to_organisation: organisation,
              note: note.trim(),
            }
          : null
      }
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <OrganisationPick
        directory={directory.data}
        onChange={(next) => draft.set({ organisation: next, staff: ANYONE, note })}
        value={organisation}
      />
      <Select
        label={words.staff}
        onChange={(next) => draft.set({ organisation, staff: next, note })}
        options={[
          ...(isOwn() ? [] : [{ id: ANYONE, label: words.anyone }]),
          ...people.map(({ id, name, post }) => ({ id, label: name, note: post })),
        ]}
        placeholder={w.common.choose}
        value={named || !isOwn() ? staff : null}
      />
      <TextArea
        hint={words.hint}
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

function OrganisationPick({ directory, value, onChange }: {
  directory: Directory | undefined;
  value: string;
  onChange: (organisation: string) => void;
}) {
  const w = useWords();
  const all = directory?.organisations ?? [];
  const chosen = all.find(({ id }) => id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.short_name ?? "";
  const sought = typed?.trim() ?? "";
  const found = all.filter(({ name, short_name }) => name.includes(sought) || short_name.includes(sought));
  return (
    <ComboBox
      emptyText={w.errors.rule.unknown_organisation}
      isRequired
      label={w.ticket.dialog.hand_off.organisation}
      onChange={(id) => {
        setTyped(null);
        if (id !== null) onChange(id);
      }}
      onText={(next) => {
        if (next !== chosen?.short_name) setTyped(next);
      }}
      openLabel={w.common.open}
      options={found.map(({ id, short_name, kind }) => ({
        id,
        label: short_name,
        note: w.enums.organisationKind[kind],
      }))}
      text={text}
      value={value}
    />
  );
}
