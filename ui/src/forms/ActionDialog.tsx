import type { KeyboardEvent, ReactNode } from "react";

import type { DraftState } from "@/api";
import type { ApiError } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice } from "@/ui";

import { DraftMark } from "./DraftMark";
import styles from "./forms.module.css";

/** A dialog that does one thing: its fields, whether they are safe, one button, and what went wrong. */
export function ActionDialog({ title, submit, tone = "primary", width, busy, isReady, reason = null, error, draft, run, onLeave, onClose, children }: {
  title: string;
  submit: string;
  tone?: "primary" | "danger";
  /** In rem. */
  width?: number;
  busy: boolean;
  /** Nothing is missing. */
  isReady: boolean;
  /** Why it cannot be done yet, where that has to be said beside the button. */
  reason?: string | null;
  error: ApiError | null;
  draft: DraftState;
  /** Does it, by the button or by Ctrl+Enter. */
  run: () => void;
  /** Called as a field is left, to keep what was written. */
  onLeave?: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== "Enter") return;
    if ((event.ctrlKey || event.metaKey) && isReady && reason === null && !busy) run();
  }
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <DraftMark state={draft} />
          <Button onPress={onClose}>{w.common.cancel}</Button>
          <Button busy={busy} isDisabled={!isReady} onPress={run} reason={reason} tone={tone}>
            {submit}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={title}
      {...(width === undefined ? {} : { width })}
    >
      <div className={styles.form} onBlur={onLeave} onKeyDown={onKey} role="presentation">
        {children}
        {error && (
          <Notice announce tone="red">
            {errorWords(w, error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
