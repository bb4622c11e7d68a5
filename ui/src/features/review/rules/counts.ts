import type { Material, PaperReceived, Received, ReviewItem } from "@/generated/types";

/** What one person can count at a counter; the rule book takes up to 255. */
export const MOST = 99;

/** Counts as they are typed: empty is not counted. */
export interface Counted {
  originals: string;
  copies: string;
}

/** Counts by material. */
export type Counts = Record<string, Counted>;

/** The counts a dialog begins with: what was counted before. */
export function countsOf(items: readonly ReviewItem[]): Counts {
  return Object.fromEntries(
    items.map(({ material, paper }) => [
      material,
      { originals: paper ? String(paper.originals) : "", copies: paper ? String(paper.copies) : "" },
    ]),
  );
}

/** The counts that the guide asks for. Lines that are counted already keep their numbers. */
export function asNeeded(counts: Counts, materials: readonly Material[]): Counts {
  const filled = { ...counts };
  for (const { id, originals, copies } of materials) {
    const line = counts[id];
    if (!line || line.originals !== "" || line.copies !== "") continue;
    if ((originals ?? 0) + (copies ?? 0) === 0) continue;
    filled[id] = { originals: String(originals ?? 0), copies: String(copies ?? 0) };
  }
  return filled;
}

/** Whether a typed number can be taken. Empty can: it counts nothing. */
export function isCount(text: string): boolean {
  return text === "" || (/^\d{1,2}$/.test(text) && Number(text) <= MOST);
}

/** What to record: lines that say something new; `null` while a number cannot be taken. */
export function receivedOf(items: readonly ReviewItem[], counts: Counts): Received[] | null {
  const received: Received[] = [];
  for (const { material, paper } of items) {
    const typed = counts[material];
    if (!typed) continue;
    if (!isCount(typed.originals) || !isCount(typed.copies)) return null;
    if (typed.originals === "" && typed.copies === "") continue;
    const counted: PaperReceived = {
      originals: Number(typed.originals),
      copies: Number(typed.copies),
    };
    if (paper?.originals === counted.originals && paper.copies === counted.copies) continue;
    received.push({ material, paper: counted });
  }
  return received;
}
