import type { Sheet, Spot } from "@/generated/types";

/** Width of every sheet, in its own units. */
export const WIDTH = 480;
const MARGIN = 34;
const SIZE = 15;
const ROW = 24;
const LABEL = 132;
/** Two letters of the paper: how a paragraph begins. */
const INDENT = "\u3000\u3000";
const FACE_ROOM = 110;
const FACE_HEIGHT = 116;

/** A box on a sheet. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something that stands on a sheet, and where. */
export type Placed = { spot: Spot | null; box: Box } & (
  | { is: "title"; text: string }
  | { is: "number"; text: string }
  | { is: "line"; label: string[]; value: string[]; struck: string | null; byHand: boolean }
  | { is: "text"; text: string[] }
  | { is: "signature"; label: string; name: string | null; from: number }
  | { is: "date"; text: string }
  | { is: "page"; number: number; of: number }
  | { is: "face" }
  | { is: "seal"; text: string | null }
);

/** A sheet with everything in its place. */
export interface Layout {
  height: number;
  items: Placed[];
}

/** How wide a text is, in letters as wide as a Chinese one. */
function letters(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter < "\u2000" ? 0.56 : 1), 0);
}

/** What may stand beyond the end of a line rather than begin the next one. */
const HANGS = "，。、；：！？）》”’";
const SPACES = " \u3000";

/** Breaks a text into lines of at most so many letters. */
export function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const letter of text) {
    if (line !== "" && letters(line + letter) > most && !HANGS.includes(letter)) {
      lines.push(line);
      line = SPACES.includes(letter) ? "" : letter;
    } else {
      line += letter;
    }
  }
  return [...lines, line];
}

/** Puts everything on a sheet in its place, from the top. */
export function lay(sheet: Sheet): Layout {
  const items: Placed[] = [];
  const withFace = sheet.face !== null;
  const inner = WIDTH - 2 * MARGIN;
  let y = MARGIN;

  for (const text of broken(sheet.title, 21)) {
    items.push({ is: "title", text, spot: null, box: { x: MARGIN, y, width: inner, height: 30 } });
    y += 30;
  }
  if (sheet.number !== null) {
    items.push({ is: "number", text: sheet.number, spot: null, box: { x: MARGIN, y, width: inner, height: 20 } });
    y += 22;
  }
  y += 10;

  const top = y;
  for (const { label, value, by_hand: byHand, struck } of sheet.lines) {
    const lineWidth = withFace && y < top + FACE_HEIGHT ? inner - FACE_ROOM : inner;
    const labels = broken(label, (LABEL - 14) / SIZE);
    const values = broken(value, (lineWidth - LABEL - 16 - (struck === null ? 0 : letters(struck) * SIZE + 8)) / SIZE);
    const height = Math.max(labels.length, values.length) * 20 + (ROW - 14);
    items.push({
      is: "line",
      label: labels,
      value: values,
      struck,
      byHand,
      spot: { line: label },
      box: { x: MARGIN, y, width: lineWidth, height },
    });
    y += height;
  }
  if (withFace) {
    items.push({ is: "face", spot: null, box: { x: WIDTH - MARGIN - 92, y: top, width: 92, height: FACE_HEIGHT } });
    y = Math.max(y, top + FACE_HEIGHT + 8);
  }

  if (sheet.text.length > 0) y += 14;
  for (const paragraph of sheet.text) {
    const text = broken(INDENT + paragraph, inner / SIZE);
    items.push({ is: "text", text, spot: null, box: { x: MARGIN, y, width: inner, height: text.length * ROW } });
    y += text.length * ROW + 4;
  }
  return foot(sheet, items, y);
}

/** Signatures, seal, date and page number, below everything else. */
function foot(sheet: Sheet, items: Placed[], from: number): Layout {
  const inner = WIDTH - 2 * MARGIN;
  let y = from + (sheet.signatures.length > 0 || sheet.date !== null ? 16 : 4);
  const begun = y;
  for (const { label, name } of sheet.signatures) {
    items.push({
      is: "signature",
      label,
      name,
      from: MARGIN + Math.max(inner * 0.36, (letters(label) + 1) * SIZE),
      spot: { signature: label },
      box: { x: MARGIN, y, width: inner * 0.72, height: 30 },
    });
    y += 34;
  }
  if (sheet.date !== null) {
    items.push({ is: "date", text: sheet.date, spot: "date", box: { x: WIDTH - MARGIN - 160, y, width: 160, height: 24 } });
    y += 26;
  }
  const isStamped = sheet.kind === "certificate" || sheet.kind === "register" || sheet.kind === "letter";
  if (sheet.seal !== null || isStamped) {
    const room = sheet.seal === null ? 0 : 92;
    const at = Math.max(begun - 14, y - 72);
    items.push({ is: "seal", text: sheet.seal, spot: "seal", box: { x: WIDTH - MARGIN - 108, y: at, width: 96, height: 96 } });
    y = Math.max(y, at + room + 8);
  }
  if (sheet.page !== null) {
    y += 8;
    items.push({ is: "page", ...sheet.page, spot: "page", box: { x: WIDTH / 2 - 60, y, width: 120, height: 20 } });
    y += 20;
  }
  return { height: Math.max(y + MARGIN, 220), items };
}

/** Whether a mark is about this. */
export function isAt(spot: Spot, placed: Placed): boolean {
  return placed.spot !== null && JSON.stringify(placed.spot) === JSON.stringify(spot);
}
