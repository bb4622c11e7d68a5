import { SearchX, Stamp } from "lucide-react";
import { type ReactNode, useState } from "react";

import { useCommand, usePages } from "@/api";
import { isFiltered, LibraryFilters, NO_FILTERS } from "@/forms";
import type { SearchFilters } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { foundWords } from "@/marks";
import { Button, EmptyState, ErrorState, Notice, SearchField, useRowPx, VirtualList, Waiting } from "@/ui";

import styles from "./list.module.css";
import { MatterRowView } from "./MatterRowView";
import { matterQuery } from "./query";

interface ListProps {
  /** Words that are searched for. */
  text: string;
  onText: (text: string) => void;
  filters: SearchFilters;
  onFilters: (filters: SearchFilters) => void;
  /** The matter that is open. */
  current: string | null;
  onOpen: (matter: string) => void;
  /** The way to what managers look after, where the list stands alone. */
  beside: ReactNode;
}

/** The matters that fit words and filters. */
export function MatterList(props: ListProps) {
  const w = useWords();
  const facets = useCommand("library_facets", {});
  return (
    <section aria-label={w.library.list} className={styles.pane}>
      <header className={styles.head}>
        <SearchField
          clearLabel={w.common.clear}
          label={w.library.search}
          onSearch={props.onText}
          value={props.text}
        />
        <LibraryFilters
          className={styles.filters}
          facets={facets.data}
          filters={props.filters}
          onChange={props.onFilters}
        />
      </header>
      {props.beside && <div className={styles.beside}>{props.beside}</div>}
      <Rows {...props} />
    </section>
  );
}

function Rows({ text, filters, onFilters, current, onOpen }: ListProps) {
  const w = useWords();
  const rowPx = useRowPx();
  const list = usePages("matter_search", matterQuery(text, filters));
  const [active, setActive] = useState(-1);
  const { rows, total } = list;
  const opened = rows.findIndex(({ id }) => id === current);

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
  if (rows.length === 0) {
    return <NothingFound filters={filters} onFilters={onFilters} text={text.trim()} />;
  }
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
        label={w.library.list}
        onActive={setActive}
        onNearEnd={list.more}
        onOpen={(row) => onOpen(row.id)}
        render={(row, state) => (
          <MatterRowView isActive={state.active} isOpen={row.id === current} row={row} />
        )}
        rowPx={rowPx}
      />
      <footer className={styles.foot}>
        <span aria-live="polite" className="figures">
          {foundWords(w.library, total, { isSearched: text.trim() !== "", isNarrowed: isFiltered(filters) })}
        </span>
        {isFiltered(filters) && (
          <Button onPress={() => onFilters(NO_FILTERS)} size="small" tone="plain">
            {w.library.filters.clear}
          </Button>
        )}
      </footer>
    </>
  );
}

/** Nothing fits: says what was looked for and what to try. */
function NothingFound({ text, filters, onFilters }: {
  text: string;
  filters: SearchFilters;
  onFilters: (filters: SearchFilters) => void;
}) {
  const w = useWords();
  const words = w.library.noResult;
  const filtered = isFiltered(filters);
  if (text === "" && !filtered) return <EmptyState icon={Stamp} text={w.library.empty} />;
  const what = text === "" ? words.filters : words.words(text);
  const advice = filtered ? words.adviceFilters : words.advice;
  return (
    <EmptyState
      action={
        filtered && <Button onPress={() => onFilters(NO_FILTERS)}>{words.clear}</Button>
      }
      icon={SearchX}
      text={`${what}\n${advice}`}
    />
  );
}
