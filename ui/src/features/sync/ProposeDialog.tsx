import { TEXT_DRAFT, useAction, useDraft } from "@/api";
import type { VerdictLetter } from "@/generated/types";
import { intentName, useWords, writtenText } from "@/i18n";
import { TextArea, toast } from "@/ui";

import { ClearDialog } from "./ClearDialog";
import styles from "./letter.module.css";

/** Hands what was refused to the present holder as a proposal, with a word if one likes. */
export function ProposeDialog({ letter, holder, onClose }: {
  letter: VerdictLetter;
  /** Name of the present holder. */
  holder: string;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.sync.verdicts.proposal;
  const draft = useDraft(`propose_letter:${letter.id}`, TEXT_DRAFT);
  const clear = useAction("verdict_clear");
  const text = writtenText(letter.action);

  function run() {
    clear.mutateAsync({ id: letter.id, how: "propose", reason: draft.value.trim() }).then(
      () => {
        draft.clear();
        toast("jade", words.done);
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
      lead={words.lead(holder)}
      onClose={onClose}
      run={run}
      submit={words.submit}
      title={words.title(holder)}
    >
      <div>
        <p className={styles.proposed}>{intentName(w, letter.action)}</p>
        {text && <blockquote className={styles.quote}>{text}</blockquote>}
      </div>
      <TextArea
        autoFocus
        hint={words.hint}
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={3}
        value={draft.value}
      />
    </ClearDialog>
  );
}
