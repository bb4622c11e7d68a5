import { useState } from "react";

import { useWords } from "@/i18n";
import { Button, TextField } from "@/ui";

import styles from "./transfers.module.css";
import { budgetFrom } from "./way";

/** A budget of one's own, in MB. */
export function OwnBudget({ onSet, onCancel }: {
  /** In bytes per minute. */
  onSet: (bytes: number) => void;
  onCancel: () => void;
}) {
  const w = useWords();
  const words = w.transfers;
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const value = budgetFrom(text);
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (value !== null) onSet(value);
      }}
    >
      <TextField
        autoFocus
        error={isTried && value === null ? words.ownRange : null}
        hint={words.ownHint}
        label={words.ownValue}
        maxLength={8}
        onChange={setText}
        value={text}
      />
      <Button type="submit">{words.ownSet}</Button>
      <Button onPress={onCancel} tone="plain">
        {w.common.cancel}
      </Button>
    </form>
  );
}
