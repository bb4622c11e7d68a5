/** A variable that nobody has filled in, and where it stands. */
export interface Gap {
  word: string;
  from: number;
  to: number;
}

/** Variables that still stand in a text as they are. What else is in braces means nothing here. */
export function unfilled(text: string, words: readonly string[]): Gap[] {
  const gaps: Gap[] = [];
  for (const { 0: braced, 1: inside = "", index } of text.matchAll(/\{([^{}]*)\}/g)) {
    const word = inside.trim();
    if (words.includes(word)) gaps.push({ word, from: index, to: index + braced.length });
  }
  return gaps;
}

/** Their names, each once, in the order they stand. */
export function gapNames(gaps: readonly Gap[]): string[] {
  return [...new Set(gaps.map(({ word }) => `{${word}}`))];
}
