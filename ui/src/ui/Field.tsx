import { TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from "react-aria-components";

import { cx } from "./cx";
import styles from "./field.module.css";
import { Icon } from "./Icon";

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Keeps the label for those who hear the screen, without showing it. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Something unusual that does not stop anyone. */
  warning?: string | null | undefined;
  /** What stops it. */
  error?: string | null | undefined;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
  onBlur?: () => void;
}

/** A labelled line of text. */
export function TextField({ type = "text", autoComplete = "off", inputMode, inputRef, ...props }:
  FieldProps & {
    type?: "text" | "password" | "search" | "tel";
    autoComplete?: string;
    inputMode?: "text" | "numeric" | "tel";
    inputRef?: Ref<HTMLInputElement>;
  }) {
  return (
    <Shell {...props} autoComplete={autoComplete} type={type}>
      <Input
        className={styles.input ?? ""}
        inputMode={inputMode}
        placeholder={props.placeholder}
        ref={inputRef}
      />
    </Shell>
  );
}

/** A labelled text of several lines. */
export function TextArea({ rows = 4, areaRef, ...props }:
  FieldProps & { rows?: number; areaRef?: Ref<HTMLTextAreaElement> }) {
  return (
    <Shell {...props} autoComplete="off" type="text">
      <AriaTextArea
        className={styles.input ?? ""}
        placeholder={props.placeholder}
        ref={areaRef}
        rows={rows}
      />
    </Shell>
  );
}

function Shell({ children, ...props }:
  FieldProps & { children: ReactNode; autoComplete: string; type: string }) {
  const { label, hideLabel, hint, warning, error, isRequired } = props;
  return (
    <AriaTextField
      aria-label={hideLabel ? label : undefined}
      autoComplete={props.autoComplete}
      autoFocus={props.autoFocus}
      className={styles.field ?? ""}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      maxLength={props.maxLength}
      onBlur={props.onBlur}
      onChange={props.onChange}
      spellCheck="false"
      type={props.type}
      validationBehavior="aria"
      value={props.value}
    >
      {!hideLabel && <Label className={cx(styles.label, isRequired && styles.required)}>{label}</Label>}
      {children}
      <FieldNotes error={error} hint={hint} warning={warning} />
    </AriaTextField>
  );
}

/** What stands below a field: what stops it, else what is unusual, else a hint. */
export function FieldNotes({ error, warning, hint }: {
  error?: string | null | undefined;
  warning?: string | null | undefined;
  hint?: ReactNode;
}) {
  if (error) return <FieldError className={styles.error ?? ""}>{error}</FieldError>;
  if (warning) {
    return (
      <Text className={styles.warning ?? ""} slot="description">
        <Icon of={TriangleAlert} size={0.875} />
        {warning}
      </Text>
    );
  }
  return hint ? (
    <Text className={styles.hint ?? ""} slot="description">
      {hint}
    </Text>
  ) : null;
}
