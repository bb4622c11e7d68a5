import { TEXT_DRAFT, useAction, useDraft } from "@/api";
import type { VerdictLetter } from "@/generated/types";
import { intentName, useWords } from "@/i18n";
import { Button, TextArea, toast } from "@/ui";

import { ClearDialog } from "./ClearDialog";
import styles from "./letter.module.css";

/** Lets a letter go, with a reason that stays readable. */
export function LetGoDialog({ letter, onClose }: { letter: VerdictLetter; onClose: () => void }) {
  const w = useWords();
  const words = w.sync.verdicts.because;
  const draft = useDraft(`let_go:${letter.id}`, TEXT_DRAFT);
  const clear = useAction("verdict_clear");
  const reason = draft.value.trim();

  function run() {
    // Once it is away, another letter may stand behind this dialog: what follows must not hang on it.
    clear.mutateAsync({ id: letter.id, how: "let_go", reason }).then(
      () => {
        draft.clear();
        toast("jade", w.sync.verdicts.letGoDone);
        onClose();
      },
      () => undefined,
    );
  }

  return (
    <ClearDialog
      busy={clear.isPending}
      draft={draft.state}
      error={clear.error}
      lead={words.lead(intentName(w, letter.action))}
      onClose={onClose}
      run={reason === "" ? null : run}
      submit={words.submit}
      title={words.title}
    >
      <TextArea
        autoFocus
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={3}
        value={draft.value}
      />
      <div className={styles.usual}>
        {words.usual.map((usual) => (
          <Button key={usual} onPress={() => draft.set(usual)} size="small">
            {usual}
          </Button>
        ))}
      </div>
    </ClearDialog>
  );
}
