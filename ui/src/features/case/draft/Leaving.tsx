import type { DrafterModel, DraftPreview } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea } from "@/ui";

import styles from "./draft.module.css";
import type { Drafting } from "./useDrafting";

/** As much of a question as is sent. */
const MOST_QUESTION = 2000;

/** Everything that is sent, word for word. The question may be changed until then. */
export function Leaving({ preview, model, drafting, isRead = false }: {
  preview: DraftPreview;
  model: DrafterModel;
  drafting: Drafting;
  /** To look at only. */
  isRead?: boolean;
}) {
  const words = useWords().model.draft;
  const { address, name, is_local: isLocal } = model;
  return (
    <div className={styles.leaving}>
      {!isRead && <p>{isLocal ? words.local(address, name) : words.leaves(address, name)}</p>}
      {isRead ? (
        <div>
          <p className={styles.label}>{words.question}</p>
          <p className={styles.plain}>{drafting.sent}</p>
        </div>
      ) : (
        <TextArea
          hint={words.questionHint}
          label={words.question}
          maxLength={MOST_QUESTION}
          onChange={drafting.setQuestion}
          rows={5}
          value={drafting.question}
        />
      )}
      <div>
        <p className={styles.label}>{words.entries(preview.entries.length)}</p>
        {preview.entries.length === 0 && <p className={styles.plain}>{words.noEntries}</p>}
        {preview.entries.map(({ id, title, text }, at) => (
          <details className={styles.piece} key={id}>
            <summary>{`[${at + 1}] ${title}`}</summary>
            <p className={styles.plain}>{text}</p>
          </details>
        ))}
        <details className={styles.piece}>
          <summary>{words.instructions}</summary>
          <p className={styles.plain}>{preview.instructions}</p>
        </details>
      </div>
    </div>
  );
}
