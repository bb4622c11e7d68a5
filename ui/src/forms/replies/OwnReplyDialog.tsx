import { useMemo, useRef, useState } from "react";

import { formDraft, useAction, useCommand, useDraft } from "@/api";
import type { OwnReply } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea, TextField, toast } from "@/ui";

import { ActionDialog } from "../ActionDialog";
import { goTo } from "../goTo";
import { insertAt } from "../insert";
import { replyProblem } from "./replyProblem";
import { VariableButtons } from "./VariableButtons";

/** An own reply as far as it is written. */
export interface ReplyText {
  title: string;
  text: string;
}

/** Nothing is written yet. */
export const NEW_REPLY: ReplyText = { title: "", text: "" };
/** How the draft of a new own reply is kept. */
export const REPLY_DRAFT = formDraft(NEW_REPLY, "text");

const MOST_TITLE = 40;
const MOST_TEXT = 2000;

/** Writes an own reply: its name, its text, and what is filled in by the case. */
export function OwnReplyDialog({ reply, draftKey = reply?.id ?? "new", onClose }: {
  /** Which one is changed; `null`: a new one. */
  reply: OwnReply | null;
  /** Under which name the draft of a new one is kept. */
  draftKey?: string;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.replies.dialog;
  const area = useRef<HTMLTextAreaElement>(null);
  // What is kept may change meanwhile; the form keeps what it began with.
  const [first] = useState<ReplyText>(reply ? { title: reply.title, text: reply.text } : NEW_REPLY);
  const form = useMemo(() => formDraft(first, "text"), [first]);
  const draft = useDraft(`own_reply:${draftKey}`, form);
  const variables = useCommand("reply_variables", {});
  const save = useAction("reply_save");
  const { title, text } = draft.value;
  const problem = replyProblem(w, save.error);

  function change(patch: Partial<ReplyText>) {
    if (save.error) save.reset();
    draft.set({ title, text, ...patch });
  }

  function insert(word: string) {
    const { current } = area;
    // Nothing was clicked yet: a text that was brought along goes on at its end.
    const at = current && current.selectionEnd > 0 ? current.selectionEnd : text.length;
    const put = insertAt(text, at, `{${word}}`, "inline");
    if (put.text.length > MOST_TEXT) return;
    change({ text: put.text });
    if (current) goTo(current, put.caret);
  }

  function run() {
    if (save.isPending) return;
    save.mutate(
      { id: reply?.id ?? null, title: title.trim(), text: text.trim() },
      {
        onSuccess: () => {
          draft.clear();
          onClose();
          toast("jade", words.done(title.trim()));
        },
      },
    );
  }

  return (
    <ActionDialog
      busy={save.isPending}
      draft={draft.state}
      error={problem.title || problem.text ? null : save.error}
      isReady={title.trim() !== "" && text.trim() !== ""}
      onClose={onClose}
      onLeave={draft.flush}
      run={run}
      submit={w.common.save}
      title={reply ? words.change : words.add}
      width={38}
    >
      <TextField
        autoFocus
        error={problem.title}
        isDisabled={draft.isPending}
        isRequired
        label={words.name}
        maxLength={MOST_TITLE}
        onChange={(next) => change({ title: next })}
        placeholder={words.namePlaceholder}
        value={title}
      />
      <TextArea
        areaRef={area}
        error={problem.text}
        isDisabled={draft.isPending}
        isRequired
        label={words.text}
        maxLength={MOST_TEXT}
        onChange={(next) => change({ text: next })}
        rows={7}
        value={text}
      />
      <VariableButtons onInsert={insert} variables={variables.data ?? []} />
    </ActionDialog>
  );
}
