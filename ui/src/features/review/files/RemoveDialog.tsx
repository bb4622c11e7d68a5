import { TEXT_DRAFT, useDraft } from "@/api";
import type { FileRef } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, TextField } from "@/ui";

import { StepDialog } from "../step/StepDialog";
import styles from "./files.module.css";

/** Takes a file off its material, with a reason. */
export function RemoveDialog({ ticket, material, file, onClose }: {
  ticket: string;
  material: string;
  file: FileRef;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.files.remove;
  const draft = useDraft(`remove_file:${ticket}:${file.sha256}`, TEXT_DRAFT);
  const reason = draft.value.trim();
  return (
    <StepDialog
      action={reason === "" ? null : { do: "remove_file", material, sha256: file.sha256, reason }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket}
      title={words.title}
    >
      <p>{words.lead(file.name)}</p>
      <TextField
        autoFocus
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        value={draft.value}
      />
      <div className={styles.usual}>
        {words.usual.map((usual) => (
          <Button key={usual} onPress={() => draft.set(usual)} size="small">
            {usual}
          </Button>
        ))}
      </div>
    </StepDialog>
  );
}
