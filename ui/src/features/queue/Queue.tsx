import { Plus, Ticket } from "lucide-react";
import { useRef, useState } from "react";

import { useCommand, usePages } from "@/api";
import type { QueueView, TicketRow, TicketSort } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { useLayoutValue, useRemembered } from "@/prefs";
import { Button, EmptyState, ErrorState, Notice, Tabs, useNow, useRowPx, useShortcut, VirtualList, Waiting } from "@/ui";

import { FilterBar } from "./FilterBar";
import { activeFilters, type Filters, NO_FILTERS, PAGE, ticketQuery } from "./query";
import styles from "./queue.module.css";
import { QueueFoot } from "./QueueFoot";
import { QueueRow } from "./QueueRow";

const VIEWS: QueueView[] = ["waiting", "mine", "station", "all"];
const CLOCKS_MS = 60_000;

/** The list of tickets: four ranges, filters, and rows that say who has to do what by when. */
export function Queue({ current, onOpen, onRegister, canRegister }: {
  /** The ticket that is open. */
  current: string | null;
  onOpen: (ticket: string) => void;
  onRegister: () => void;
  canRegister: boolean;
}) {
  const w = useWords();
  const now = useNow(CLOCKS_MS);
  const [view, setView] = useLayoutValue<QueueView>("queueView", "waiting");
  const [sort, setSort] = useLayoutValue<TicketSort>("queueSort", "deadline");
  const [filters, setFilters] = useRemembered<Filters>("queueFilters", NO_FILTERS);
  const counts = useCommand("ticket_counts", {}, { everyMs: CLOCKS_MS });
  const pages = usePages("ticket_list", ticketQuery(view, sort, filters, PAGE, now), CLOCKS_MS);
  const tabs = VIEWS.map((id) => ({ id, label: w.enums.queueView[id], count: counts.data?.[id] }));
  return (
    <section aria-label={w.queue.title} className={styles.queue}>
      <h1 className="visually-hidden">{w.queue.title}</h1>
      <header className={styles.head}>
        <FilterBar
          filters={filters}
          onFilters={setFilters}
          onSort={setSort}
          sort={sort}
        />
        {canRegister && (
          <Button icon={Plus} onPress={onRegister}>
            {w.queue.register}
          </Button>
        )}
      </header>
      <Tabs className={styles.tabs} label={w.queue.views} onChange={setView} tabs={tabs} value={view}>
        <Rows
          current={current}
          filtered={filters.text.trim() !== "" || activeFilters(filters) > 0}
          now={now}
          onClear={() => setFilters(NO_FILTERS)}
          onOpen={onOpen}
          onRegister={canRegister ? onRegister : undefined}
          pages={pages}
          view={view}
          whole={counts.data?.[view]}
        />
      </Tabs>
    </section>
  );
}

function Rows({ pages, view, whole, filtered, current, now, onOpen, onClear, onRegister }: {
  pages: ReturnType<typeof usePages<"ticket_list">>;
  view: QueueView;
  whole: number | undefined;
  filtered: boolean;
  current: string | null;
  now: number;
  onOpen: (ticket: string) => void;
  onClear: () => void;
  onRegister: (() => void) | undefined;
}) {
  const w = useWords();
  const rowPx = useRowPx();
  const { rows, total } = pages;
  const [active, setActive] = useActiveRow(rows, current);
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number) => {
    if (rows.length > 0) setActive(Math.min(rows.length - 1, Math.max(0, active + by)));
    // Enter, arrows and Page Down go on from here.
    list.current?.focus({ preventScroll: true });
  };
  useShortcut("j", () => move(1));
  useShortcut("k", () => move(-1));

  const retry = <Button onPress={pages.refetch}>{w.common.retry}</Button>;
  // Rows that were read stay, even if reading them again fails.
  if (pages.error && rows.length === 0) {
    return (
      <ErrorState
        action={retry}
        text={errorWords(w, pages.error)}
        title={w.errors.title}
        trace={pages.error.trace_id ? w.errors.trace(pages.error.trace_id) : undefined}
      />
    );
  }
  if (pages.isPending) return <Waiting label={w.common.loading} />;
  if (rows.length === 0) {
    const register = onRegister && (
      <Button icon={Plus} onPress={onRegister}>
        {w.queue.registerLong}
      </Button>
    );
    return filtered ? (
      <EmptyState
        action={<Button onPress={onClear}>{w.queue.clearFilters}</Button>}
        icon={Ticket}
        text={w.queue.empty.filtered}
      />
    ) : (
      <EmptyState action={register} icon={Ticket} text={w.queue.empty[view]} />
    );
  }
  return (
    <>
      {pages.error && (
        <Notice action={retry} announce tone="amber">
          {errorWords(w, pages.error)}
        </Notice>
      )}
      <VirtualList
        active={active}
        className={styles.list ?? ""}
        items={rows}
        keyOf={(row) => row.id}
        label={w.queue.list}
        listRef={list}
        onActive={setActive}
        onNearEnd={pages.more}
        onOpen={(row) => onOpen(row.id)}
        render={(row, state) => (
          <QueueRow isActive={state.active} isOpen={row.id === current} now={now} row={row} />
        )}
        rowPx={rowPx}
      />
      <QueueFoot active={rows[active]} now={now} total={total} whole={whole} />
    </>
  );
}

/** The active row stays on its ticket when the list is sorted anew. */
function useActiveRow(rows: TicketRow[], current: string | null): [number, (index: number) => void] {
  const [ticket, setTicket] = useState(current);
  const [known, setKnown] = useState(current);
  if (known !== current) {
    setKnown(current);
    setTicket(current);
  }
  const index = rows.findIndex((row) => row.id === ticket);
  return [index, (next) => setTicket(rows[next]?.id ?? null)];
}
