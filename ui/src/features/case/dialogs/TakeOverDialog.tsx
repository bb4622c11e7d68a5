import { useMemo, useState } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { TicketView } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Notice, Select, TextArea, useNow } from "@/ui";

import { personWords } from "../eventWords";
import { leaseState } from "../holding/lease";
import { reliefs } from "../holding/reliefs";
import { usePlatformNow } from "../holding/usePlatformNow";
import { ActForm } from "./ActForm";
import { emptyWords } from "./emptyWords";

/**
 * Takes the case over from its holder: a colleague for themselves, a manager for a person of the
 * organisation that answers for it. The first responder stays.
 */
export function TakeOverDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.holding.takeOver;
  const { ticket } = view;
  const me = useCommand("session_state", {}).data?.me?.staff ?? null;
  const directory = useCommand("directory", {});
  // From whom it is taken is what the person saw when they decided to.
  const [from] = useState(ticket.holder);
  const form = useMemo(() => formDraft({ staff: "", reason: "" }, "reason"), []);
  const draft = useDraft(`take_over:${ticket.id}`, form);
  const { staff, reason } = draft.value;
  if (me === null || from === null) return null;

  const isManager = me.role === "management";
  const people = reliefs(directory.data?.staff ?? [], ticket.organisation, from);
  const chosen = people.some(({ id }) => id === staff) ? staff : null;
  const to = isManager ? chosen : me.id;
  const ready = to !== null && reason.trim() !== "";
  const holder = personWords(view, from);
  return (
    <ActForm
      action={ready ? { do: "take_over", from, to_staff: to, reason: reason.trim() } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={isManager ? words.submitFor : words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <Standing holder={holder} view={view} />
      <Notice tone="blue">
        <p>{(isManager ? words.keptForNew : words.keptForYou)(holder)}</p>
        {ticket.first_responder !== null && (
          <p>{words.stays(personWords(view, ticket.first_responder))}</p>
        )}
        {ticket.handoff && <p>{words.handoff}</p>}
      </Notice>
      {isManager && (
        <Select
          emptyText={emptyWords(w, directory, words.nobody)}
          isRequired
          label={words.to}
          onChange={(next) => draft.set({ staff: next, reason })}
          options={people.map(({ id, name, post }) => ({ id, label: name, note: post }))}
          placeholder={w.common.choose}
          value={chosen}
        />
      )}
      <TextArea
        autoFocus={!isManager}
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ staff, reason: next })}
        rows={3}
        value={reason}
      />
    </ActForm>
  );
}

/** Who holds it, and how far their lease is. */
function Standing({ view, holder }: { view: TicketView; holder: string }) {
  const w = useWords();
  const words = w.holding.takeOver;
  const now = usePlatformNow(useNow());
  const { lease } = view.ticket;
  const over = lease !== null && leaseState(lease.expires_at, now) === "over";
  const when = lease && whenWords(w, lease.expires_at, now);
  const told = (
    <>
      <strong>{words.heldBy(holder)}</strong>
      {when && <p>{over ? words.over(when) : words.runs(when)}</p>}
    </>
  );
  return over ? <div>{told}</div> : <Notice tone="amber">{told}</Notice>;
}
