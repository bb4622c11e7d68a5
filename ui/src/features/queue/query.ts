import type {
  Channel,
  QueueView,
  Stage,
  Status,
  TicketQuery,
  TicketSort,
  Timestamp,
} from "@/generated/types";
import { endOfDay } from "@/i18n";

/** How near the nearest clock has to be. */
export type DueFilter = "over" | "today" | "soon";

/** What the queue is narrowed by. */
export interface Filters {
  text: string;
  stage: Stage | null;
  status: Status | null;
  channel: Channel | null;
  matter: { id: string; name: string } | null;
  due: DueFilter | null;
}

/** Everything is shown. */
export const NO_FILTERS: Filters = {
  text: "",
  stage: null,
  status: null,
  channel: null,
  matter: null,
  due: null,
};

/** Rows fetched at a time. */
export const PAGE = 100;

/** The latest moment the nearest clock may be due at. */
export function dueBefore(due: DueFilter, now: Timestamp): Timestamp {
  switch (due) {
    case "over": {
      // Whole minutes, so that the question stays the same one between two answers.
      return Math.floor(now / 60_000) * 60_000;
    }
    case "today":
      return endOfDay(now);
    case "soon":
      return endOfDay(now, 3);
  }
}

/** The question to the store. */
export function ticketQuery(
  view: QueueView,
  sort: TicketSort,
  filters: Filters,
  limit: number,
  now: Timestamp,
): TicketQuery {
  const text = filters.text.trim();
  return {
    view,
    sort,
    text: text === "" ? null : text,
    stage: filters.stage,
    status: filters.status,
    channel: filters.channel,
    matter: filters.matter?.id ?? null,
    due_before: filters.due ? dueBefore(filters.due, now) : null,
    offset: 0,
    limit,
  };
}

/** How many filters are on; the text counts for itself. */
export function activeFilters({ stage, status, channel, matter, due }: Filters): number {
  return [stage, status, channel, matter, due].filter((filter) => filter !== null).length;
}
