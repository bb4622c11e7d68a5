import { useState } from "react";

import { useAction } from "@/api";
import type { RevealField } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, TextField } from "@/ui";

import styles from "../case.module.css";

/** Asks why a number is looked at, then shows it. The reason goes into the audit record. */
export function RevealDialog({ ticket, field, onClose, onRevealed }: {
  ticket: string;
  field: RevealField;
  onClose: () => void;
  onRevealed: (value: string) => void;
}) {
  const w = useWords();
  const words = w.ticket.dialog.reveal;
  const [reason, setReason] = useState("");
  const reveal = useAction("ticket_reveal");
  const show = () =>
    reveal.mutate(
      { ticket, field, reason: reason.trim() },
      {
        onSuccess: ({ value }) => {
          onRevealed(value);
          onClose();
        },
      },
    );
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <Button onPress={onClose}>{w.common.cancel}</Button>
          <Button busy={reveal.isPending} isDisabled={reason.trim() === ""} onPress={show} tone="primary">
            {words.submit}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={words.title(w.enums.revealField[field])}
      width={26}
    >
      <TextField
        autoFocus
        hint={words.hint}
        isRequired
        label={words.reason}
        maxLength={200}
        onChange={setReason}
        value={reason}
      />
      <div className={styles.suggestions}>
        {words.suggestions.map((suggestion) => (
          <Button key={suggestion} onPress={() => setReason(suggestion)} size="small">
            {suggestion}
          </Button>
        ))}
      </div>
      {reveal.error && (
        <Notice announce tone="red">
          {errorWords(w, reveal.error)}
        </Notice>
      )}
    </Dialog>
  );
}
