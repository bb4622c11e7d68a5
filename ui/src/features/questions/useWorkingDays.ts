import { useCommand } from "@/api";

/** How many working days ahead a clock is counted; later ones are named by their day. */
const AHEAD = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The list begins with today, which changes at midnight. */
const ASK_MS = 600_000;

function useDay(days: number): string | undefined {
  return useCommand("due_day", { days }, { everyMs: ASK_MS }).data?.day;
}

/** The coming working days, nearest first. */
export function useWorkingDays(): string[] {
  const [a, b, c, d, e, f, g, h, i, j] = AHEAD;
  const days = [
    useDay(a), useDay(b), useDay(c), useDay(d), useDay(e),
    useDay(f), useDay(g), useDay(h), useDay(i), useDay(j),
  ];
  return days.filter((day) => day !== undefined);
}
