import { useCommand } from "@/api";
import type { ApiError, SearchFilters, SearchFound } from "@/generated/types";
import { useSettled } from "@/ui";

import type { Scope } from "./kinds";
import { limitOf } from "./rows";

/** Short enough to be felt as at once, long enough not to ask for every letter of a quick hand. */
const STILL_MS = 60;

/** What was found, as far as one has typed. */
export interface Finding {
  found: SearchFound | undefined;
  /** It is the answer to what stands in the field, not to what stood there before. */
  isFresh: boolean;
  error: ApiError | null;
  retry: () => void;
}

/** Searches while one types; what was found before stays until the next is there. */
export function useFound(text: string, scope: Scope, filters: SearchFilters): Finding {
  const sought = useSettled(text, STILL_MS);
  const kinds = scope === "all" ? [] : [scope];
  const query = useCommand(
    "search",
    { text: sought, kinds, filters, limit: limitOf(scope) },
    { enabled: sought !== "", keepPrevious: true },
  );
  return {
    found: text === "" || sought === "" ? undefined : query.data,
    isFresh: text !== "" && sought === text && query.isSuccess && !query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
