import type { OutboxRow, Timestamp } from "@/generated/types";

/** What a bundle made now would hold. */
export interface Packing {
  /** Actions without an answer. */
  count: number;
  /** When the earliest was written; `null`: there is none. */
  since: Timestamp | null;
  /** How many of them have left in a bundle before. */
  already: number;
  /** The latest bundle that any of them left in. */
  latest: number | null;
}

/** What waits for the platform's answer, whichever way it goes. */
export function packing(outbox: readonly OutboxRow[]): Packing {
  const carried = outbox.flatMap(({ bundle }) => (bundle === null ? [] : [bundle]));
  return {
    count: outbox.length,
    since: outbox.length === 0 ? null : Math.min(...outbox.map((row) => row.written_at)),
    already: carried.length,
    latest: carried.length === 0 ? null : Math.max(...carried),
  };
}
