import { TEXT_DRAFT, useDraft } from "@/api";
import { ActionDialog } from "@/forms";
import type { ApiError, HeldBundle } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Button, DefinitionList, Notice, TextArea, useNow } from "@/ui";

import { came, fromWhere, ofWhom } from "./HeldRow";
import styles from "./held.module.css";

/** As much as the platform's audit keeps of a reason. */
const MOST_REASON = 500;

/** Says what a release means before it is one, and asks why. */
export function ReleaseDialog({ bundle, error, isBusy, onClose, onRelease }: {
  bundle: HeldBundle;
  error: ApiError | null;
  isBusy: boolean;
  onClose: () => void;
  onRelease: (reason: string) => Promise<void>;
}) {
  const w = useWords();
  const words = w.courier.held;
  const now = useNow();
  const draft = useDraft(`release:${bundle.id}`, TEXT_DRAFT);
  const reason = draft.value.trim();
  const run = () => {
    // What went wrong is shown in the dialog.
    void onRelease(reason).then(draft.clear, () => undefined);
  };
  return (
    <ActionDialog
      busy={isBusy}
      draft={draft.state}
      error={error}
      isReady={reason !== ""}
      onClose={onClose}
      run={run}
      submit={words.submit}
      title={words.dialog(ofWhom(bundle))}
      width={36}
    >
      <DefinitionList
        items={[
          [words.from, fromWhere(w, bundle)],
          [words.holds, words.actions(bundle.actions)],
          [words.arrived, came(w, bundle, now)],
          [w.courier.take.written, whenWords(w, bundle.written_at, now)],
        ]}
      />
      <ul className={styles.means}>
        {words.means.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
      {bundle.active && <Notice tone="blue">{words.activeMeans}</Notice>}
      <TextArea
        autoFocus
        hint={words.reasonHint}
        isRequired
        label={words.reason}
        maxLength={MOST_REASON}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={2}
        value={draft.value}
      />
      <div className={styles.usual}>
        {words.usual.map((usual) => (
          <Button key={usual} onPress={() => draft.set(usual)} size="small">
            {usual}
          </Button>
        ))}
      </div>
    </ActionDialog>
  );
}
