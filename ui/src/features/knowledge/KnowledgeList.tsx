import { BookOpenText, MessageCirclePlus, SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";

import { usePages } from "@/api";
import type { KnowledgeKind, KnowledgeQuery } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { foundWords } from "@/marks";
import { Button, EmptyState, ErrorState, Notice, SearchField, Select, useRowPx, VirtualList, Waiting } from "@/ui";

import { KnowledgeRowView } from "./KnowledgeRowView";
import styles from "./list.module.css";

const PAGE = 100;
/** The list's own choice for "any of them". */
const ANY = "any";

interface ListProps {
  text: string;
  onText: (text: string) => void;
  kind: KnowledgeKind | null;
  onKind: (kind: KnowledgeKind | null) => void;
  /** The entry that is open. */
  current: string | null;
  onOpen: (entry: string) => void;
  /** Asks what was searched for and not found. */
  onAsk: (words: string) => void;
  /** The way to the questions, above the list. */
  top: ReactNode;
}

/** The knowledge entries that fit words and kind. */
export function KnowledgeList(props: ListProps) {
  const w = useWords();
  const { text, onText, kind, onKind } = props;
  const kinds = Object.entries(w.enums.knowledgeKind).map(([id, label]) => ({ id, label }));
  return (
    <section aria-label={w.knowledge.list} className={styles.pane}>
      {props.top}
      <header className={styles.head}>
        <SearchField
          className={styles.search ?? ""}
          clearLabel={w.common.clear}
          label={w.knowledge.search}
          onSearch={onText}
          value={text}
        />
        <div className={styles.kinds}>
          <Select
            bare
            hideLabel
            label={w.knowledge.kind}
            onChange={(id) => onKind(id === ANY ? null : (id as KnowledgeKind))}
            options={[{ id: ANY, label: w.knowledge.anyKind }, ...kinds]}
            value={kind ?? ANY}
          />
        </div>
      </header>
      <Rows {...props} />
    </section>
  );
}

function Rows({ text, onText, kind, onKind, current, onOpen, onAsk }: ListProps) {
  const w = useWords();
  const rowPx = useRowPx();
  const [active, setActive] = useState(-1);
  const query: KnowledgeQuery = { text: text.trim(), kind, offset: 0, limit: PAGE };
  const list = usePages("knowledge_search", query);
  const { rows, total } = list;
  const narrowed = query.text !== "" || kind !== null;

  const retry = <Button onPress={list.refetch}>{w.common.retry}</Button>;
  // Rows that were read stay, even if reading them again fails.
  if (list.error && rows.length === 0) {
    return (
      <ErrorState
        action={retry}
        text={errorWords(w, list.error)}
        title={w.errors.title}
        trace={list.error.trace_id ? w.errors.trace(list.error.trace_id) : undefined}
      />
    );
  }
  if (list.isPending) return <Waiting label={w.common.loading} />;
  if (rows.length === 0 && !narrowed) {
    return <EmptyState icon={BookOpenText} text={w.knowledge.empty} />;
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        action={
          <div className={styles.ways}>
            {query.text !== "" && (
              <Button icon={MessageCirclePlus} onPress={() => onAsk(query.text)} tone="primary">
                {w.questions.asking.fromSearch}
              </Button>
            )}
            <Button
              onPress={() => {
                onText("");
                onKind(null);
              }}
            >
              {w.knowledge.clear}
            </Button>
          </div>
        }
        icon={SearchX}
        text={query.text === "" ? w.knowledge.noneOfKind : w.knowledge.noResult(query.text)}
      />
    );
  }
  const opened = rows.findIndex(({ id }) => id === current);
  return (
    <>
      {list.error && (
        <Notice action={retry} announce tone="amber">
          {errorWords(w, list.error)}
        </Notice>
      )}
      <VirtualList
        active={active >= 0 && active < rows.length ? active : opened}
        className={styles.list ?? ""}
        items={rows}
        keyOf={(row) => row.id}
        label={w.knowledge.list}
        onActive={setActive}
        onNearEnd={list.more}
        onOpen={(row) => onOpen(row.id)}
        render={(row, state) => (
          <KnowledgeRowView isActive={state.active} isOpen={row.id === current} row={row} />
        )}
        rowPx={rowPx}
      />
      <footer className={styles.foot}>
        <span aria-live="polite">
          {foundWords(w.knowledge, total, { isSearched: query.text !== "", isNarrowed: narrowed })}
        </span>
        {query.text !== "" && (
          <Button edge="end" onPress={() => onAsk(query.text)} size="small" tone="plain">
            {w.questions.asking.notFitting}
          </Button>
        )}
      </footer>
    </>
  );
}
