import type { ApiError } from "@/generated/types";
import { errorWords, type Words } from "@/i18n";

/** What a list without choices says: still being read, not readable, or really nobody. */
export function emptyWords(
  w: Words,
  asked: { isPending: boolean; error: ApiError | null },
  nobody: string,
): string {
  if (asked.isPending) return w.common.loading;
  return asked.error ? errorWords(w, asked.error) : nobody;
}
