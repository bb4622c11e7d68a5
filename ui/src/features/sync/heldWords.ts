import type { OutboxRow, Timestamp } from "@/generated/types";
import { whenWords, type Words } from "@/i18n";

/** Why it did not get through, when it is tried again, and that others do not wait for it. */
export function heldWords(
  w: Words,
  { held, not_before: next }: Pick<OutboxRow, "held" | "not_before">,
  now: Timestamp,
): string {
  if (held === null) return "";
  const words = w.sync.outbox;
  const again = next === null ? null : next <= now ? words.againSoon : words.again(whenWords(w, next, now));
  return [words.held[held], again, words.overtaken].filter((part) => part !== null).join(w.punctuation.dot);
}
