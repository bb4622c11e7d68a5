import { useEffect, useRef } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";

import styles from "./ChoiceCards.module.css";
import { Icon, type LucideIcon } from "./Icon";

/** One card: what it is called, and what it means in a sentence. */
export interface Card<K extends string> {
  id: K;
  icon: LucideIcon;
  label: string;
  note: string;
}

/** Chooses one of a few that each need a sentence. Nothing is chosen until somebody does. */
export function ChoiceCards<K extends string>({ label, cards, value, onChange, hideLabel, autoFocus }: {
  label: string;
  cards: readonly Card<K>[];
  value: K | null;
  onChange: (value: K) => void;
  hideLabel?: boolean;
  /** Begins at the cards; choosing one never takes the focus further. */
  autoFocus?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  const begins = useRef(autoFocus);
  useEffect(() => {
    if (!begins.current) return;
    const inputs = group.current;
    const first = inputs?.querySelector<HTMLElement>("input:checked") ?? inputs?.querySelector("input");
    first?.focus();
  }, []);
  return (
    <RadioGroup
      aria-label={hideLabel ? label : undefined}
      className={styles.group ?? ""}
      onChange={(key) => onChange(key as K)}
      ref={group}
      value={value}
    >
      {!hideLabel && <Label className={styles.label ?? ""}>{label}</Label>}
      <div className={styles.cards}>
        {cards.map((card) => (
          <RadioField className={styles.field ?? ""} key={card.id} value={card.id}>
            <RadioButton className={styles.card ?? ""}>
              <Icon of={card.icon} size={1.125} />
              <span className={styles.text}>
                <span className={styles.name}>{card.label}</span>
                <span className={styles.note}>{card.note}</span>
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
