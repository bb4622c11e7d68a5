import type { MatterQuery, SearchFilters } from "@/generated/types";

/** Rows fetched at a time. */
const PAGE = 100;

/** The question to the store. */
export function matterQuery(text: string, filters: SearchFilters): MatterQuery {
  return { text: text.trim(), ...filters, offset: 0, limit: PAGE };
}
