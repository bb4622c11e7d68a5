import { ArrowDownWideNarrow, ListFilter } from "lucide-react";

import type { TicketSort } from "@/generated/types";
import { useWords } from "@/i18n";
import { Badge, Button, IconButton, Menu, Panel, SearchField } from "@/ui";

import { FilterPanel } from "./FilterPanel";
import { activeFilters, type Filters, NO_FILTERS } from "./query";
import styles from "./queue.module.css";

const SORTS: TicketSort[] = ["deadline", "newest", "updated"];

/** Words, order and filters of the queue on one line. */
export function FilterBar({ filters, onFilters, sort, onSort }: {
  filters: Filters;
  onFilters: (filters: Filters) => void;
  sort: TicketSort;
  onSort: (sort: TicketSort) => void;
}) {
  const w = useWords();
  const count = activeFilters(filters);
  return (
    <div className={styles.bar}>
      <SearchField
        className={styles.words ?? ""}
        clearLabel={w.common.clear}
        label={w.queue.filter}
        onSearch={(text) => onFilters({ ...filters, text })}
        value={filters.text}
      />
      <Panel
        label={w.queue.filters}
        trigger={
          <Button
            aria-label={count > 0 ? w.queue.activeFilters(count) : w.queue.filters}
            className={styles.tool}
            icon={ListFilter}
            tone={count > 0 ? "quiet" : "plain"}
          >
            <Badge count={count} label="" />
          </Button>
        }
      >
        <FilterPanel filters={filters} onFilters={onFilters} />
        {count > 0 && (
          <Button onPress={() => onFilters({ ...NO_FILTERS, text: filters.text })} size="small" tone="plain">
            {w.queue.clearFilters}
          </Button>
        )}
      </Panel>
      <Menu
        groups={[
          {
            id: "sort",
            title: w.queue.sort,
            commands: SORTS.map((id) => ({
              id,
              label: w.enums.ticketSort[id],
              isChosen: id === sort,
              run: () => onSort(id),
            })),
          },
        ]}
        label={w.queue.sort}
      >
        <IconButton icon={ArrowDownWideNarrow} label={`${w.queue.sort}${w.punctuation.colon}${w.enums.ticketSort[sort]}`} />
      </Menu>
    </div>
  );
}
