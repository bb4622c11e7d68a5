import type { KeyboardEvent, ReactNode } from "react";

import type { DraftState } from "@/api";
import type { ApiError } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice } from "@/ui";

import styles from "./letter.module.css";

/** What the ways of putting a letter away have in common: what it means, a text, one button. */
export function ClearDialog({ title, lead, submit, run, busy, error, draft, onClose, children }: {
  title: string;
  /** What is about to happen. */
  lead: string;
  submit: string;
  /** Does it; `null` while something is missing. */
  run: (() => void) | null;
  busy: boolean;
  error: ApiError | null;
  draft: DraftState;
  onClose: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || busy) return;
    if (event.ctrlKey || event.metaKey) run?.();
  }
  const saved = {
    untouched: "",
    waiting: w.common.draftSaving,
    saved: w.common.draftSaved,
    failed: w.common.draftFailed,
  }[draft];
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <span aria-live="polite" className={styles.draft}>
            {saved}
          </span>
          <Button onPress={onClose}>{w.common.cancel}</Button>
          <Button busy={busy} isDisabled={run === null} onPress={() => run?.()} tone="primary">
            {submit}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={title}
      width={34}
    >
      <div className={styles.form} onKeyDown={onKey} role="presentation">
        <p>{lead}</p>
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
