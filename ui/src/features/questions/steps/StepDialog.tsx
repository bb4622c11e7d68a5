import { type ReactNode, useState } from "react";

import { type DraftState, useAction } from "@/api";
import type { QuestionStep } from "@/generated/types";
import { ActionDialog } from "@/forms";
import { useWords } from "@/i18n";
import { toast } from "@/ui";

/** What every step's dialog has: the fields, the draft's state, and one button that does it. */
export function StepDialog({ question, title, submit, tone = "primary", width = 36, step, seen = null, reason, draft, onTry, onClose, onDone, children }: {
  question: string;
  title: string;
  submit: string;
  tone?: "primary" | "danger";
  width?: number;
  /** The step as it stands; `null` while something is missing. */
  step: QuestionStep | null;
  /** Version that the step rests on; what comes while one writes is not read yet. */
  seen?: number | null;
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
  const [read] = useState(seen);

  function run() {
    onTry?.();
    if (!step) return;
    act.mutate(
      { question, step, seen: read },
      {
        onSuccess: () => {
          onDone();
          onClose();
          toast("jade", w.questions.done[step.step]);
        },
      },
    );
  }

  return (
    <ActionDialog
      busy={act.isPending}
      draft={draft}
      error={act.error}
      isReady={step !== null || onTry !== undefined}
      onClose={onClose}
      reason={reason ?? null}
      run={run}
      submit={submit}
      title={title}
      tone={tone}
      width={width}
    >
      {children}
    </ActionDialog>
  );
}
