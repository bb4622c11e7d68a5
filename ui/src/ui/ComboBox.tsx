import { ChevronDown } from "lucide-react";
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  Popover,
} from "react-aria-components";

import { cx } from "./cx";
import { FieldNotes } from "./Field";
import styles from "./field.module.css";
import { Icon } from "./Icon";
import { type Option, OptionRow } from "./Select";

/**
 * Chooses one of many by typing. The caller finds the options for `text`; nothing here filters,
 * because the store's search knows popular names too.
 */
export function ComboBox<K extends string>(props: {
  label: string;
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  text: string;
  onText: (text: string) => void;
  openLabel: string;
  emptyText: string;
  placeholder?: string;
  hint?: string;
  error?: string | null;
  isRequired?: boolean;
  autoFocus?: boolean;
  /** What is typed counts as it is; the options only save typing. */
  allowsOwnText?: boolean;
}) {
  return (
    <AriaComboBox
      allowsCustomValue={props.allowsOwnText}
      allowsEmptyCollection
      autoFocus={props.autoFocus}
      className={styles.field ?? ""}
      defaultFilter={() => true}
      inputValue={props.text}
      isInvalid={Boolean(props.error)}
      isRequired={props.isRequired}
      items={props.options}
      menuTrigger="focus"
      onChange={(key) => props.onChange(key as K | null)}
      onInputChange={props.onText}
      validationBehavior="aria"
      value={props.value}
    >
      <Label className={cx(styles.label, props.isRequired && styles.required)}>{props.label}</Label>
      <div className={styles.group}>
        <Input className={styles.input ?? ""} placeholder={props.placeholder} spellCheck={false} />
        <Button aria-label={props.openLabel} className={styles.opener ?? ""}>
          <Icon of={ChevronDown} size={1} />
        </Button>
      </div>
      <FieldNotes error={props.error} hint={props.hint} />
      <Popover className={styles.popover ?? ""} offset={4}>
        <ListBox
          className={styles.list ?? ""}
          renderEmptyState={() => <div className={styles.option}>{props.emptyText}</div>}
        >
          {(option: Option<K>) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
