import { useMemo } from "react";

import { formDraft, useCommand, useDraft } from "@/api";
import type { Action, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice, Select, TextArea } from "@/ui";

import { personWords, placeWords } from "../eventWords";
import { ActForm } from "./ActForm";

/** Answers, or lets go, one of the things that are open beside the case. */
export type AnswerKind = "answer_assist" | "drop_assist" | "answer_urging";

interface Open {
  id: string;
  /** Whom it concerns. */
  label: string;
  /** What was asked. */
  text: string;
}

/** An answer to one open assist or urging; with several, one is chosen first. */
export function AnswerDialog({ kind, view, onClose }: {
  kind: AnswerKind;
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words: { title: string; label: string; hint?: string; which?: string; submit: string } =
    w.ticket.dialog[kind];
  const open = useOpen(kind, view);
  const form = useMemo(() => formDraft({ id: "", text: "" }, "text"), []);
  const draft = useDraft(`${kind}:${view.ticket.id}`, form);
  const { text } = draft.value;
  const chosen = open.find(({ id }) => id === draft.value.id) ?? open[0];
  const id = chosen?.id ?? "";
  return (
    <ActForm
      action={!chosen || text.trim() === "" ? null : actionOf(kind, chosen.id, text.trim())}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
    >
      {open.length > 1 && (
        <Select
          label={words.which ?? words.title}
          onChange={(next) => draft.set({ id: next, text })}
          options={open.map((one) => ({ id: one.id, label: one.label, note: one.text }))}
          value={id}
        />
      )}
      {chosen && (
        <Notice tone={kind === "answer_urging" ? "amber" : "blue"}>
          <strong>{chosen.label}</strong>
          {w.punctuation.colon}
          {chosen.text}
        </Notice>
      )}
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ id, text: next })}
        rows={5}
        value={text}
      />
    </ActForm>
  );
}

/** What is open: for the assisting unit only what it was asked itself. */
function useOpen(kind: AnswerKind, view: TicketView): Open[] {
  const mine = useCommand("session_state", {}).data?.me?.staff.organisation;
  const { assists, urgings } = view.ticket;
  if (kind === "answer_urging") {
    return urgings
      .filter(({ answer }) => answer === null)
      .map(({ id, by, text }) => ({ id, label: personWords(view, by), text }));
  }
  return assists
    .filter(({ end, organisation }) => end === null && (kind === "drop_assist" || organisation === mine))
    .map(({ id, organisation, asked_by, task }) => ({
      id,
      label: kind === "drop_assist" ? placeWords(view, organisation) : personWords(view, asked_by),
      text: task,
    }));
}

function actionOf(kind: AnswerKind, id: string, text: string): Action {
  switch (kind) {
    case "answer_assist":
      return { do: kind, assist: id, text };
    case "drop_assist":
      return { do: kind, assist: id, reason: text };
    case "answer_urging":
      return { do: kind, urging: id, text };
  }
}
