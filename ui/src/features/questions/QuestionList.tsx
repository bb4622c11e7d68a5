import { CircleCheck, MessageCirclePlus, MessageCircleQuestion } from "lucide-react";
import { type ReactNode, useState } from "react";

import { useCommand } from "@/api";
import type { QuestionQuery } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Choice, EmptyState, ErrorState, Notice, useNow, useRowPx, VirtualList, Waiting } from "@/ui";

import { ASK_DRAFT, ASK_KEY, isWritten } from "./ask/ask";
import { CLOCK_MS } from "./due";
import styles from "./list.module.css";
import { QuestionRowView } from "./QuestionRowView";

/** What the list shows. */
export type QuestionFilter = "open" | "submitted" | "ended" | "mine";

const FILTERS: QuestionFilter[] = ["open", "submitted", "ended", "mine"];

interface ListProps {
  filter: QuestionFilter;
  onFilter: (filter: QuestionFilter) => void;
  /** The question that is open. */
  current: string | null;
  onOpen: (question: string) => void;
  onAsk: () => void;
  /** The way to the entries, above the list. */
  top: ReactNode;
}

function queryOf(filter: QuestionFilter): QuestionQuery {
  return filter === "mine" ? { stage: null, mine: true } : { stage: filter, mine: false };
}

/** The questions of the knowledge base, those due first before the others. */
export function QuestionList(props: ListProps) {
  const w = useWords();
  const words = w.questions;
  const { data } = useCommand("question_list", queryOf(props.filter), { keepPrevious: true });
  const counts = { open: data?.open ?? 0, submitted: data?.submitted ?? 0, ended: 0, mine: 0 };
  return (
    <section aria-label={words.list} className={styles.pane}>
      {props.top}
      <header className={styles.head}>
        <Choice<QuestionFilter>
          hideLabel
          label={words.filter}
          onChange={props.onFilter}
          options={FILTERS.map((id) => ({
            id,
            label: counts[id] > 0 ? words.counted(words.show[id], counts[id]) : words.show[id],
          }))}
          value={props.filter}
        />
        <Button icon={MessageCirclePlus} onPress={props.onAsk}>
          {words.ask}
        </Button>
      </header>
      <Unfinished onAsk={props.onAsk} />
      <Rows {...props} />
    </section>
  );
}

/** A question that was begun and not submitted. */
function Unfinished({ onAsk }: { onAsk: () => void }) {
  const words = useWords().questions;
  const { data } = useCommand("draft_get", { key: ASK_KEY });
  const draft = data?.draft;
  if (!draft || !isWritten(ASK_DRAFT.read(draft.text))) return null;
  return (
    <div className={styles.unfinished}>
      {words.unfinished}
      <Button edge="end" onPress={onAsk} size="small" tone="plain">
        {words.goOn}
      </Button>
    </div>
  );
}

function Rows({ filter, current, onOpen, onAsk }: ListProps) {
  const w = useWords();
  const words = w.questions;
  const now = useNow();
  const rowPx = useRowPx();
  const [active, setActive] = useState(-1);
  const { data, error, refetch, isPlaceholderData } = useCommand("question_list", queryOf(filter), {
    everyMs: CLOCK_MS,
    keepPrevious: true,
  });
  const retry = <Button onPress={() => void refetch()}>{w.common.retry}</Button>;
  // Rows that were read stay, even if reading them again fails.
  if (error && !data) {
    return (
      <ErrorState
        action={retry}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  const { rows } = data;
  const overdue = rows.filter((row) => row.overdue).length;
  if (rows.length === 0 && !isPlaceholderData) {
    const isWork = filter === "open" || filter === "submitted";
    return (
      <EmptyState
        action={filter === "mine" && <Button onPress={onAsk}>{words.ask}</Button>}
        icon={isWork ? CircleCheck : MessageCircleQuestion}
        text={words.empty[filter]}
      />
    );
  }
  const opened = rows.findIndex(({ question }) => question.id === current);
  return (
    <>
      {error && (
        <Notice action={retry} announce tone="amber">
          {errorWords(w, error)}
        </Notice>
      )}
      <VirtualList
        active={active >= 0 && active < rows.length ? active : opened}
        className={styles.list ?? ""}
        items={rows}
        keyOf={({ question }) => question.id}
        label={words.list}
        onActive={setActive}
        onOpen={({ question }) => onOpen(question.id)}
        render={(view, state) => (
          <QuestionRowView
            isActive={state.active}
            isOpen={view.question.id === current}
            now={now}
            view={view}
          />
        )}
        rowPx={rowPx}
      />
      <footer aria-live="polite" className={styles.foot}>
        {words.total(rows.length)}
        {overdue > 0 && <strong>{words.overdue(overdue)}</strong>}
      </footer>
    </>
  );
}
