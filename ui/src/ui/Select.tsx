import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components";

import { cx } from "./cx";
import { FieldNotes } from "./Field";
import styles from "./field.module.css";
import { Icon } from "./Icon";

/** One choice of a list. */
export interface Option<K extends string> {
  id: K;
  label: string;
  /** A second line. */
  note?: string | undefined;
}

/** Chooses one of a few. */
export function Select<K extends string>(props: {
  label: string;
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
  hideLabel?: boolean;
  /** Small and without weight, for filters. */
  bare?: boolean;
  placeholder?: string;
  hint?: string;
  error?: string | null;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** What the open list says while it has no options. Without it, an empty list does not open. */
  emptyText?: string | undefined;
}) {
  const { label, options, value, hideLabel, bare, emptyText } = props;
  return (
    <AriaSelect
      allowsEmptyCollection={emptyText !== undefined}
      aria-label={hideLabel ? label : undefined}
      className={styles.field ?? ""}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(props.error)}
      isRequired={props.isRequired}
      onChange={(key) => key !== null && props.onChange(key as K)}
      placeholder={props.placeholder ?? ""}
      validationBehavior="aria"
      value={value}
    >
      {!hideLabel && (
        <Label className={cx(styles.label, props.isRequired && styles.required)}>{label}</Label>
      )}
      <Button className={cx(styles.input, styles.trigger, bare && styles.bare)}>
        <SelectValue>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon of={ChevronDown} size={1} />
      </Button>
      <FieldNotes error={props.error} hint={props.hint} />
      <Popover className={styles.popover ?? ""} offset={4}>
        <ListBox
          className={styles.list ?? ""}
          items={options}
          renderEmptyState={() => <div className={styles.option}>{emptyText}</div>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row of a choice; shared with the combo box. */
export function OptionRow<K extends string>({ option }: { option: Option<K> }) {
  return (
    <ListBoxItem className={styles.option ?? ""} id={option.id} textValue={option.label}>
      {({ isSelected }) => (
        <>
          <span className={styles.optionText}>
            <span>{option.label}</span>
            {option.note && <span className={styles.optionNote}>{option.note}</span>}
          </span>
          {isSelected && <Icon of={Check} size={1} />}
        </>
      )}
    </ListBoxItem>
  );
}
