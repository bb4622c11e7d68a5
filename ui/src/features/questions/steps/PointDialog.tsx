import { BookMarked, CalendarX } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import type { KnowledgeRow, Question } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { ChoiceCards, Notice, SearchField, Waiting } from "@/ui";

import styles from "../form.module.css";
import { StepDialog } from "./StepDialog";

/** As many as one looks through. */
const MOST = 8;

/** As much of an answer as tells it from others. */
const MOST_CHARS = 60;

function clipped(text: string): string {
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text;
}

/** Points to an entry that answers the question already. */
export function PointDialog({ question, first, onClose }: {
  question: Question;
  /** The entry that was picked before. */
  first: KnowledgeRow | null;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.drafting.point;
  const [text, setText] = useState(first?.title ?? question.text);
  const [entry, setEntry] = useState(first?.id ?? null);
  const query = { text: text.trim(), kind: null, offset: 0, limit: MOST };
  const { data, error } = useCommand("knowledge_search", query, { keepPrevious: true });
  const rows = data?.rows ?? [];
  const chosen = rows.some(({ id }) => id === entry) ? entry : null;
  return (
    <StepDialog
      draft="untouched"
      onClose={onClose}
      onDone={() => undefined}
      question={question.id}
      step={chosen === null ? null : { step: "point", entry: chosen }}
      submit={words.submit}
      title={words.title}
      width={40}
    >
      <p className={styles.asked}>{question.text}</p>
      <p className="soft">{words.means}</p>
      <SearchField clearLabel={w.common.clear} label={words.search} onSearch={setText} value={text} />
      <div className={styles.results}>
        {error && <Notice tone="amber">{errorWords(w, error)}</Notice>}
        {!data && !error && <Waiting label={w.common.loading} />}
        {data && rows.length === 0 && <p className="soft">{words.none}</p>}
        {rows.length > 0 && (
          <ChoiceCards
            cards={rows.map((row) => ({
              id: row.id,
              icon: row.standing === "expired" ? CalendarX : BookMarked,
              label: row.standing === "expired" ? `${row.title}（${words.expired}）` : row.title,
              note: clipped(row.excerpt),
            }))}
            hideLabel
            label={words.label}
            onChange={setEntry}
            value={chosen}
          />
        )}
      </div>
    </StepDialog>
  );
}
