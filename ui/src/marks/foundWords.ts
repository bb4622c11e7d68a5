/** A search in a list gives no more rows than these: the nearest. */
const MOST_FOUND = 100;

/** How many rows a list has, and of what: of a search, of a filter, or of all there is. */
export function foundWords(
  words: Record<"found" | "nearest" | "total", (count: number) => string>,
  total: number,
  { isSearched, isNarrowed }: { isSearched: boolean; isNarrowed: boolean },
): string {
  if (isSearched && total >= MOST_FOUND) return words.nearest(total);
  return isSearched || isNarrowed ? words.found(total) : words.total(total);
}
