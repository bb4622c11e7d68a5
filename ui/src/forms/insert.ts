/** A text into which a piece was put. */
export interface Inserted {
  text: string;
  /** Where what was put in begins and ends, with the line breaks around it. */
  from: number;
  to: number;
  /** Behind the piece. */
  caret: number;
}

/** Puts `piece` into `text`; nothing is replaced. As lines of its own it is parted from the rest. */
export function insertAt(text: string, at: number, piece: string, how: "lines" | "inline"): Inserted {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const isParted = how === "lines";
  const head = isParted && before !== "" && !before.endsWith("\n") ? "\n" : "";
  const tail = isParted && after !== "" && !after.startsWith("\n") ? "\n" : "";
  const to = at + head.length + piece.length + tail.length;
  return {
    text: `${before}${head}${piece}${tail}${after}`,
    from: at,
    to,
    caret: to - tail.length,
  };
}

/**
 * The text without what was put in: what was written meanwhile stays. `null` where the piece is no
 * longer there as it was.
 */
export function takeOut(now: string, { text, from, to }: Inserted): string | null {
  const piece = text.slice(from, to);
  const at = now.startsWith(piece, from) ? from : now.indexOf(piece);
  return at < 0 ? null : now.slice(0, at) + now.slice(at + piece.length);
}
