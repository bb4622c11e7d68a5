import { useMemo, useState } from "react";

import { formDraft, useDraft } from "@/api";
import type { Action, Rule, TicketRow, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { TicketPick } from "./TicketPick";

/** Statuses of a ticket that cannot go on in another one's place. */
const ENDED = new Set(["closed", "settled", "merged"]);

/** Links another ticket, or merges this one into it; says before what will happen. */
export function JoinDialog({ kind, view, onClose }: {
  kind: "link" | "merge";
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.ticket.dialog[kind];
  const { ticket } = view;
  const form = useMemo(() => formDraft({ reason: "" }, "reason"), []);
  const draft = useDraft(`${kind}:${ticket.id}`, form);
  const [other, setOther] = useState<TicketRow | null>(null);
  const reason = draft.value.reason.trim();
  const rule = other && ruleFor(kind, view, other);
  const ready = other !== null && rule === null && (kind === "link" || reason !== "");
  return (
    <ActForm
      action={ready ? actionOf(kind, other.id, reason) : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
      tone={kind === "merge" ? "danger" : "primary"}
    >
      <TicketPick except={ticket.id} onChange={setOther} value={other} />
      {other && rule && <Notice tone="red">{w.errors.rule[rule]}</Notice>}
      {other && !rule && <Effect kind={kind} other={other} />}
      <TextArea
        isRequired={kind === "merge"}
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ reason: next })}
        rows={3}
        value={draft.value.reason}
      />
    </ActForm>
  );
}

/** What will happen to both. */
function Effect({ kind, other }: { kind: "link" | "merge"; other: TicketRow }) {
  const w = useWords();
  const { link, merge } = w.ticket.dialog;
  if (kind === "link") return <Notice tone="blue">{link.effect}</Notice>;
  return (
    <Notice tone="amber">
      <p>{merge.effect(other.number ?? other.subject)}</p>
      <p>{other.holder === null ? merge.unclaimed : merge.goesOn}</p>
    </Notice>
  );
}

/** What the rules would say, told before it is tried. */
function ruleFor(kind: "link" | "merge", view: TicketView, other: TicketRow): Rule | null {
  if (kind === "merge") return ENDED.has(other.status) ? "other_ticket_ended" : null;
  const linked = view.related.some(({ id, relation }) => id === other.id && relation === "linked");
  return linked ? "already_linked" : null;
}

function actionOf(kind: "link" | "merge", other: string, reason: string): Action {
  return kind === "link" ? { do: "link", other, reason } : { do: "merge", into: other, reason };
}
