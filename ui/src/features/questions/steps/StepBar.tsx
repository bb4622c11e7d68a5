import { Lock } from "lucide-react";

import { useAction } from "@/api";
import type { QuestionStepKind, QuestionView } from "@/generated/types";
import { errorWords, useWords, type Words } from "@/i18n";
import { Button, Icon, toast } from "@/ui";

import styles from "../detail.module.css";
import { type Barred, stepsOf } from "./steps";

/** What may be done now, the likeliest first; what may not, with the rule beside it. */
export function StepBar({ view, onOpen }: {
  view: QuestionView;
  /** Opens the dialog of a step. */
  onOpen: (kind: QuestionStepKind) => void;
}) {
  const w = useWords();
  const act = useAction("question_act");
  const { question } = view;
  const { can, barred } = stepsOf(question.stage, view.may);
  if (can.length + barred.length === 0) return null;
  // Whose turn it is, is led on; for everybody else no step is the one to take.
  const turn = question.stage === "open" ? "submit" : "publish";
  const primary = can[0] === turn ? turn : null;

  function run(kind: QuestionStepKind) {
    if (kind !== "ask_too") {
      onOpen(kind);
      return;
    }
    act.mutate(
      { question: question.id, step: { step: "ask_too" }, seen: null },
      {
        onSuccess: () => toast("jade", w.questions.done.ask_too),
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  }

  return (
    <div aria-label={w.questions.can} className={styles.bar} role="group">
      {can.length > 0 && (
        <div className={styles.buttons}>
          {can.map((kind) => (
            <Button
              busy={kind === "ask_too" && act.isPending}
              key={kind}
              onPress={() => run(kind)}
              size={kind === primary ? "large" : "medium"}
              tone={kind === primary ? "primary" : "quiet"}
            >
              {stepName(w, view, kind)}
            </Button>
          ))}
        </div>
      )}
      {barred.map((one) => (
        <BarredSteps barred={one} key={one.rule} view={view} />
      ))}
    </div>
  );
}

/** Steps of another role are only told; the others stand there, switched off, with the rule. */
function BarredSteps({ barred: { rule, kinds }, view }: { barred: Barred; view: QuestionView }) {
  const w = useWords();
  const why = w.errors.rule[rule];
  if (rule === "knowledge_role_may_not") {
    const names = kinds.map((kind) => stepName(w, view, kind)).join(w.punctuation.listComma);
    return (
      <p className={styles.barred}>
        <Icon of={Lock} size={0.875} />
        {w.questions.notYours(names, why)}
      </p>
    );
  }
  return (
    <div className={styles.barred}>
      {kinds.map((kind) => (
        <Button key={kind} reason={why}>
          {stepName(w, view, kind)}
        </Button>
      ))}
      <span>{why}</span>
    </div>
  );
}

function stepName(w: Words, { question }: QuestionView, kind: QuestionStepKind): string {
  return kind === "submit" && question.draft ? w.questions.revise : w.questions.step[kind];
}
