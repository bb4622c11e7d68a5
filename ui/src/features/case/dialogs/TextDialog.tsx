import { TEXT_DRAFT, useDraft } from "@/api";
import type { Action, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

type Kind = "note" | "release" | "return" | "opinion";

/** The actions that need one text and nothing else. */
export function TextDialog({ kind, view, onClose }: {
  kind: Kind;
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words: { title: string; label: string; hint?: string; submit: string } = w.ticket.dialog[kind];
  const draft = useDraft(`${kind}:${view.ticket.id}`, TEXT_DRAFT);
  const text = draft.value.trim();
  const question = kind === "opinion" ? view.ticket.consultation?.question : null;
  return (
    <ActForm
      action={text === "" ? null : actionOf(kind, text)}
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
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={5}
        value={draft.value}
      />
    </ActForm>
  );
}

function actionOf(kind: Kind, text: string): Action {
  return kind === "note" || kind === "opinion"
    ? { do: kind, text }
    : { do: kind, reason: text };
}
