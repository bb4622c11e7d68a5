import { TEXT_DRAFT, useDraft } from "@/api";
import type { Action, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

/** Actions with a text for others to read, with a reason, and with a remark that may be empty. */
const KINDS = {
  note: "text",
  opinion: "text",
  release: "reason",
  return: "reason",
  take_back: "reason",
  allow_correction: "reason",
  resume: "note",
  submit: "note",
} as const;

/** The actions that need one text and nothing else. */
export type TextKind = keyof typeof KINDS;

/** A dialog with one text. */
export function TextDialog({ kind, view, onClose }: {
  kind: TextKind;
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words: { title: string; label: string; hint?: string; submit: string } = w.ticket.dialog[kind];
  const draft = useDraft(`${kind}:${view.ticket.id}`, TEXT_DRAFT);
  const text = draft.value.trim();
  const optional = KINDS[kind] === "note";
  const question = kind === "opinion" ? view.ticket.consultation?.question : null;
  return (
    <ActForm
      action={text === "" && !optional ? null : actionOf(kind, text)}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
    >
      {question && <Notice tone="violet">{question}</Notice>}
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired={!optional}
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={optional ? 3 : 5}
        value={draft.value}
      />
    </ActForm>
  );
}

function actionOf(kind: TextKind, text: string): Action {
  switch (kind) {
    case "note":
    case "opinion":
      return { do: kind, text };
    case "release":
    case "return":
    case "take_back":
    case "allow_correction":
      return { do: kind, reason: text };
    case "resume":
    case "submit":
      return { do: kind, note: text };
  }
}
