/** Words for personal data that still stand in a text. */
export function left(text: string, placeholders: readonly string[]): string[] {
  return placeholders.filter((word) => text.includes(word));
}

/**
 * Whether a reply is still unchecked once something was taken out of it again: with the only draft
 * goes its mark, and a mark that a person has lifted does not come back.
 */
export function afterUndo({ now, before, by, isLatest }: {
  /** As it is now. */
  now: boolean;
  /** As it was before what is taken out was put in. */
  before: boolean;
  by: "model" | undefined;
  /** No draft was put in since. */
  isLatest: boolean;
}): boolean {
  return by === "model" && isLatest ? now && before : now;
}
