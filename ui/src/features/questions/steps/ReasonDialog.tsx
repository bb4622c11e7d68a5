import { TEXT_DRAFT, useDraft } from "@/api";
import type { QuestionView } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea } from "@/ui";

import styles from "../form.module.css";
import { isBarred, PersonalCheck, usePersonal } from "../PersonalCheck";
import { StepDialog } from "./StepDialog";

/** Sends a draft back, or declines a question: with a reason that others read. */
export function ReasonDialog({ kind, view, onClose }: {
  kind: "send_back" | "decline";
  view: QuestionView;
  onClose: () => void;
}) {
  const { question, seen } = view;
  const w = useWords();
  const words = kind === "decline" ? w.drafting.decline : w.drafting.sendBack;
  const draft = useDraft(`knowledge_${kind}:${question.id}`, TEXT_DRAFT);
  const check = usePersonal(draft.value, null);
  const reason = draft.value.trim();
  return (
    <StepDialog
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      question={question.id}
      reason={isBarred([check]) ? w.questions.personal.reason : null}
      seen={seen}
      step={reason === "" ? null : { step: kind, reason }}
      submit={words.submit}
      title={words.title}
      tone={kind === "decline" ? "danger" : "primary"}
    >
      <p className={styles.asked}>{question.text}</p>
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={4}
        value={draft.value}
      />
      <PersonalCheck checks={[check]} onRemove={() => draft.set(check.text)} />
    </StepDialog>
  );
}
