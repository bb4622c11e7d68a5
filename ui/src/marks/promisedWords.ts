import type { MatterRow } from "@/generated/types";
import type { Words } from "@/i18n";

/** How long a matter takes, as a row says it: on the spot, or the promised days. */
export function promisedWords(w: Words, { handling_kind: kind, promised_days: promised }: MatterRow): string {
  if (kind === "on_the_spot" && !promised?.days) return w.library.period.onTheSpot;
  return promised
    ? w.library.promised(w.time.days(promised.days, promised.unit === "working"))
    : w.library.promisedNotStated;
}
