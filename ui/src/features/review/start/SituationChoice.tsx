import type { ReactNode } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";

import type { Situation } from "@/generated/types";
import { useWords } from "@/i18n";

import styles from "./start.module.css";

/** The choice's own word for "none of these". */
const NONE = "none";

/** Which situation it is, each with the question that finds it out. */
export function SituationChoice({ situations, chosen, isAsked, onChoose }: {
  situations: readonly Situation[];
  chosen: string | null;
  /** Someone has chosen, even if it was none of them. */
  isAsked: boolean;
  onChoose: (id: string | null) => void;
}) {
  const w = useWords();
  const words = w.review.start;
  return (
    <RadioGroup
      className={styles.situations ?? ""}
      onChange={(id) => onChoose(id === NONE ? null : id)}
      value={chosen ?? (isAsked ? NONE : null)}
    >
      <Label className={styles.label ?? ""}>{words.whichSituation}</Label>
      {situations.map(({ id, name, question }) => (
        <Choice key={id} value={id}>
          <span className={styles.situationName}>{name}</span>
          {question && <span className={styles.question}>{question}</span>}
        </Choice>
      ))}
      <Choice value={NONE}>{words.noSituation}</Choice>
    </RadioGroup>
  );
}

function Choice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <RadioField value={value}>
      <RadioButton className={styles.situation ?? ""}>
        <span aria-hidden className={styles.dot} />
        <span>{children}</span>
      </RadioButton>
    </RadioField>
  );
}
