import type { EntryDraft, QuestionDraft, QuestionView, Timestamp } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Citation, Notice } from "@/ui";

import styles from "../detail.module.css";
import { useMatterName } from "../MatterPick";
import { nameOf } from "../people";
import { EntryLink } from "./Ending";
import { Part } from "./Part";

/** The draft as it would look as an entry. */
export function DraftPart({ draft, view, now }: { draft: QuestionDraft; view: QuestionView; now: Timestamp }) {
  const w = useWords();
  const words = w.questions;
  // Once published, the entry itself is what counts.
  if (view.question.ending?.ended === "published") return null;
  return (
    <Part
      note={words.draftBy(nameOf(view, draft.by), whenWords(w, draft.at, now))}
      title={words.parts.draft}
    >
      <div className={styles.entry}>
        <Notice tone="violet">
          {words.draftNotice}
          {draft.entry.entry !== null && (
            <>
              {words.draftReplaces} <EntryLink entry={draft.entry.entry} />
            </>
          )}
        </Notice>
        <EntryPreview entry={draft.entry} />
      </div>
    </Part>
  );
}

function EntryPreview({ entry }: { entry: EntryDraft }) {
  const w = useWords();
  const facts = [w.enums.knowledgeKind[entry.kind], entry.department, ...entry.themes].filter((fact) => fact !== "");
  return (
    <>
      <div>
        <h3 className={styles.entryTitle}>{entry.title}</h3>
        <p className={styles.facts}>{facts.join(w.punctuation.dot)}</p>
      </div>
      {entry.asked_as.length > 0 && (
        <div className={styles.asked}>
          <span className="soft">{w.knowledge.askedAs}</span>
          <ul>
            {entry.asked_as.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.answer}>
        {entry.answer.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <div>
        <h4 className={styles.small}>{w.knowledge.basis}</h4>
        {entry.basis.length === 0 && <p className="soft">{w.knowledge.noBasis}</p>}
        {entry.basis.map((law, index) => (
          <Citation {...law} key={index} />
        ))}
      </div>
      <div>
        <h4 className={styles.small}>{w.knowledge.matters}</h4>
        {entry.matters.length === 0 && <p className="soft">{w.knowledge.noMatters}</p>}
        <ul>
          {entry.matters.map((matter) => (
            <MatterName id={matter} key={matter} />
          ))}
        </ul>
      </div>
    </>
  );
}

function MatterName({ id }: { id: string }) {
  const words = useWords().questions.pickMatter;
  return <li>{useMatterName(id) ?? words.unknown}</li>;
}
