import type { SearchFilters } from "@/generated/types";

/** Everything is wanted. */
export const NO_FILTERS: SearchFilters = {
  department: null,
  theme: null,
  level: null,
  object: null,
};

/** Whether anything is left out besides what the words leave out. */
export function isFiltered(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}
