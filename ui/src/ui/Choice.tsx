import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  CheckboxButton,
  CheckboxField,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
} from "react-aria-components";

import styles from "./Choice.module.css";
import { Icon } from "./Icon";
import type { Option } from "./Select";

/** Chooses one of two to six, all in sight. */
export function Choice<K extends string>({ label, options, value, onChange, hideLabel }: {
  label: string;
  options: readonly Option<K>[];
  value: K;
  onChange: (value: K) => void;
  hideLabel?: boolean;
}) {
  return (
    <RadioGroup
      aria-label={hideLabel ? label : undefined}
      className={styles.group ?? ""}
      onChange={(key) => onChange(key as K)}
      orientation="horizontal"
      value={value}
    >
      {!hideLabel && <Label className={styles.label ?? ""}>{label}</Label>}
      <div className={styles.options}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id}>
            <RadioButton className={styles.option ?? ""}>{option.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

/** Yes or no. */
export function Checkbox({ isSelected, onChange, isDisabled, children }: {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  return (
    <CheckboxField isDisabled={isDisabled ?? false} isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className={styles.check ?? ""}>
        <span className={styles.box}>{isSelected && <Icon of={Check} size={0.875} />}</span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
