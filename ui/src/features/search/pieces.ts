import type { Mark } from "@/generated/types";

/** A piece of a text, highlighted or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Cuts `text` at its marks. Marks that overlap, come out of order or reach over the end lose what
 * is not theirs: a text is never shown twice, and never cut short.
 */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  const add = (to: number, marked: boolean) => {
    if (to > at) cut.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const { from, to } of [...marks].sort((one, other) => one.from - other.from)) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return cut;
}
