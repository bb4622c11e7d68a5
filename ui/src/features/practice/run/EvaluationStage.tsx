import { MessageSquareText, UserRound } from "lucide-react";
import { useState } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";

import { useWords } from "@/i18n";
import { Button, EmptyState, Notice } from "@/ui";

import shared from "../practice.module.css";
import type { StageProps } from "./stage";
import ending from "./ending.module.css";
import styles from "./run.module.css";

/** Stage four: the citizen is invited to evaluate, and chooses alone. */
export function EvaluationStage({ sample, run, take, isBusy }: StageProps) {
  const w = useWords();
  const words = w.practice.evaluation;
  const [chosen, setChosen] = useState(run.invited?.invitation ?? "");
  if (run.called_at === null) return <EmptyState icon={UserRound} text={w.practice.identity.notCalled} />;
  const done = run.invited !== null;
  return (
    <section className={styles.stagePane}>
      <p className={styles.stageLead}>{words.lead}</p>
      {!done && run.concluded === null && <Notice tone="amber">{words.before}</Notice>}
      <figure className={ending.evaluator}>
        <figcaption>{words.device}</figcaption>
        <ol className={ending.levels}>
          {words.levels.map((level) => (
            <li key={level}>{level}</li>
          ))}
        </ol>
        <p className="soft">{words.deviceNote}</p>
      </figure>
      <RadioGroup className={ending.ways ?? ""} isDisabled={done} onChange={setChosen} value={chosen}>
        <Label className={shared.fieldLabel ?? ""}>{words.how}</Label>
        {sample.invitations.map(({ id, text }) => (
          <RadioField key={id} value={id}>
            <RadioButton className={ending.way ?? ""}>{text}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {done ? (
        <Notice tone="jade">{words.done}</Notice>
      ) : (
        <div>
          <Button
            busy={isBusy}
            icon={MessageSquareText}
            isDisabled={chosen === ""}
            onPress={() => take({ step: "invite", invitation: chosen })}
            tone="primary"
          >
            {words.button}
          </Button>
        </div>
      )}
    </section>
  );
}
