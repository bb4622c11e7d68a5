import type { Level, MatterQuery, ServiceObject } from "@/generated/types";

/** What the list of matters is narrowed by, besides the words. */
export interface MatterFilters {
  department: string | null;
  theme: string | null;
  level: Level | null;
  object: ServiceObject | null;
}

/** Everything is shown. */
export const NO_FILTERS: MatterFilters = {
  department: null,
  theme: null,
  level: null,
  object: null,
};

/** Rows fetched at a time. */
const PAGE = 100;

/** The question to the store. */
export function matterQuery(text: string, filters: MatterFilters): MatterQuery {
  return { text: text.trim(), ...filters, offset: 0, limit: PAGE };
}

/** Whether anything is left out besides what the words leave out. */
export function isFiltered(filters: MatterFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
