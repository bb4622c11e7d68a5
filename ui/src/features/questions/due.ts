import type { QuestionClock, Timestamp, Urgency } from "@/generated/types";
import { calendarDay, plainDayWords, type Words } from "@/i18n";

/** A question's clock as it is shown. */
export interface Due {
  words: string;
  urgency: Urgency;
  /** Share of the time that is left, 0 to 1. */
  share: number;
}

/** How often a clock is read again: its days change at midnight. */
export const CLOCK_MS = 600_000;
const HOUR_MS = 3_600_000;
/** Further ahead, a clock names its last day instead of counting. */
const MOST_COUNTED = 10;

/** How a question's clock stands. `daysLeft`: working days, negative once they are over. */
export function dueOf(
  w: Words,
  clock: QuestionClock,
  daysLeft: number,
  askedAt: Timestamp,
  now: Timestamp,
): Due {
  const whole = clock.due_at - askedAt;
  const share = whole <= 0 ? 0 : Math.min(1, Math.max(0, (clock.due_at - now) / whole));
  if (clock.due_at < now) return { words: overWords(w, -daysLeft, now - clock.due_at), urgency: "over", share };
  const day = calendarDay(clock.due_at);
  if (day === calendarDay(now)) return { words: w.time.dueToday, urgency: "soon", share };
  if (daysLeft > MOST_COUNTED) return { words: w.time.before(plainDayWords(w, day)), urgency: "calm", share };
  // The calendar may count none before a Monday; one still has that day.
  return { words: w.time.workingDaysLeft(Math.max(1, daysLeft)), urgency: daysLeft <= 1 ? "soon" : "calm", share };
}

/** Over a weekend no working day passes: then the hours say how long it is. */
function overWords(w: Words, days: number, over: number): string {
  if (days > 0) return w.time.overDays(days);
  const hours = Math.floor(over / HOUR_MS);
  return hours < 1 ? w.time.overJustNow : w.time.overHours(hours);
}
