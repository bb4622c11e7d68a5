import type { StationRow, StationsView, Timestamp } from "@/generated/types";

import { isSkewed } from "../skew";

const DAY_MS = 86_400_000;
/** A desk is silent over a weekend; longer is worth a call. */
const SILENT_MS = 3 * DAY_MS;
/** Work that has waited longer stands in the way of a case. */
const STUCK_MS = DAY_MS;

/** Why a desk needs a look. */
export type Mark = "silent" | "stuck" | "failing" | "files" | "older" | "skewed";

/** Why a desk needs a look, what matters most first; empty: it does not. */
export function marksOf(row: StationRow, view: Pick<StationsView, "program" | "server_time">): Mark[] {
  const at = view.server_time;
  const found: [Mark, boolean][] = [
    ["failing", row.failing.length > 0],
    ["stuck", isLongAgo(row.oldest_pending, at, STUCK_MS)],
    ["silent", isLongAgo(row.last_contact, at, SILENT_MS)],
    ["files", row.files_failing > 0],
    ["older", row.program !== null && isOlder(row.program, view.program)],
    ["skewed", isSkewed(row.clock_skew_ms)],
  ];
  return found.filter(([, holds]) => holds).map(([mark]) => mark);
}

function isLongAgo(then: Timestamp | null, now: Timestamp, ms: number): boolean {
  return then !== null && now - then > ms;
}

/** Whether a version such as `0.9.2` is older than another. What is no version is not older. */
export function isOlder(version: string, than: string): boolean {
  const [mine, other] = [numbers(version), numbers(than)];
  if (!mine || !other) return false;
  for (let place = 0; place < Math.max(mine.length, other.length); place += 1) {
    const difference = (mine[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbers(version: string): number[] | null {
  const core = version.replace(/[-+].*$/, "");
  return /^\d+(\.\d+)*$/.test(core) ? core.split(".").map(Number) : null;
}

/** Why actions are held up at a desk, with how many there are of each. */
export function failingBy(failing: StationRow["failing"]): [StationRow["failing"][number], number][] {
  const counts = new Map<StationRow["failing"][number], number>();
  for (const why of failing) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts];
}
