import type { Review, ReviewItem } from "@/generated/types";
import { type LineMark, type VerdictKind, VERDICTS } from "@/marks";

/** The mark of a line. What was cleared by a resubmission has earlier verdicts and no present one. */
export function markOf(item: ReviewItem): LineMark {
  if (item.judged) return item.judged.verdict.verdict;
  return item.earlier.length > 0 ? "again" : "open";
}

/** A line whose verdict comes from an earlier round and stands. */
export function isKept(item: ReviewItem, round: number): boolean {
  return item.judged !== null && item.judged.round < round;
}

/** Whether a kept line had passed, rather than being an optional material nobody brought. */
export function hasPassed(item: ReviewItem): boolean {
  const kind = item.judged?.verdict.verdict;
  return kind === "meets" || kind === "waived" || kind === "exempt";
}

/** How far the review has come. */
export function progressOf(review: Review): { done: number; all: number } {
  return {
    done: review.items.filter(({ judged }) => judged !== null).length,
    all: review.items.length,
  };
}

/** What the applicant has to mend in a line; the rule book decides it the same way. */
export function isDefect(item: ReviewItem): boolean {
  const kind = item.judged?.verdict.verdict;
  return kind === "needs_fixing" || (kind === "missing" && item.necessity !== "optional");
}

/** The lines that go into a correction notice. */
export function defectsOf(review: Review): ReviewItem[] {
  return review.items.filter(isDefect);
}

/** The next line without a verdict after `from`, starting again at the top; `null`: all have one. */
export function nextToJudge(items: readonly ReviewItem[], from: string | null): string | null {
  const start = items.findIndex(({ material }) => material === from) + 1;
  const round = [...items.slice(start), ...items.slice(0, start)];
  return round.find(({ judged }) => judged === null)?.material ?? null;
}

/** The line `step` further down; at the ends it stays. */
export function neighbour(items: readonly ReviewItem[], from: string | null, step: 1 | -1): string | null {
  const at = items.findIndex(({ material }) => material === from);
  const next = at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step));
  return items[next]?.material ?? null;
}

/** The line to open the table with: the first without a verdict, else the first. */
export function firstLine(items: readonly ReviewItem[]): string | null {
  return nextToJudge(items, null) ?? items[0]?.material ?? null;
}

/** Files that were handed in and not taken off again. */
export function standingFiles(item: ReviewItem): number {
  return item.files.filter(({ removed }) => removed === null).length;
}

/** How often each verdict was given, in the order of their keys; only those that were. */
export function tally(review: Review): { kind: VerdictKind; count: number }[] {
  const count = (kind: VerdictKind) =>
    review.items.filter(({ judged }) => judged?.verdict.verdict === kind).length;
  return VERDICTS.map((kind) => ({ kind, count: count(kind) })).filter((line) => line.count > 0);
}
