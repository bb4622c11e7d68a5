import type { KeyboardEvent, ReactNode } from "react";

import { type DraftState, useAction } from "@/api";
import type { QuestionStep } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, toast } from "@/ui";

import { DraftMark } from "../DraftMark";
import styles from "../form.module.css";

/** What every step's dialog has: the fields, the draft's state, and one button that does it. */
export function StepDialog({ question, title, submit, tone = "primary", width = 36, step, reason, draft, onTry, onClose, onDone, children }: {
  question: string;
  title: string;
  submit: string;
  tone?: "primary" | "danger";
  width?: number;
  /** The step as it stands; `null` while something is missing. */
  step: QuestionStep | null;
  /** Why it cannot be done yet, where that has to be said beside the button. */
  reason?: string | null;
  draft: DraftState;
  /** Somebody wanted to do it, whether or not something is missing. */
  onTry?: () => void;
  onClose: () => void;
  /** Called once it is done, to remove the draft. */
  onDone: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  const act = useAction("question_act");

  function run() {
    onTry?.();
    if (!step || reason || act.isPending) return;
    act.mutate(
      { question, step },
      {
        onSuccess: () => {
          onDone();
          onClose();
          toast("jade", w.questions.done[step.step]);
        },
      },
    );
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) run();
  }

  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <DraftMark state={draft} />
          <Button onPress={onClose}>{w.common.cancel}</Button>
          <Button
            busy={act.isPending}
            isDisabled={step === null && !onTry}
            onPress={run}
            reason={reason}
            tone={tone}
          >
            {submit}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={title}
      width={width}
    >
      <div className={styles.form} onKeyDown={onKey} role="presentation">
        {children}
        {act.error && (
          <Notice announce tone="red">
            {errorWords(w, act.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
