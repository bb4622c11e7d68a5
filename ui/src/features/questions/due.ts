import type { QuestionClock, Timestamp, Urgency } from "@/generated/types";
import { calendarDay, daysBetween, plainDayWords, type Words } from "@/i18n";

/** A question's clock as it is shown. */
export interface Due {
  words: string;
  urgency: Urgency;
  /** Share of the time that is left, 0 to 1. */
  share: number;
}

/**
 * How a question's clock stands. `workingDays[n]` is the day `n + 1` working days from today; a
 * period that ends later than all of them names its day instead.
 */
export function dueOf(
  w: Words,
  clock: QuestionClock,
  askedAt: Timestamp,
  now: Timestamp,
  workingDays: readonly string[],
): Due {
  const whole = clock.due_at - askedAt;
  const share = whole <= 0 ? 0 : Math.min(1, Math.max(0, (clock.due_at - now) / whole));
  if (clock.due_at < now) {
    const days = daysBetween(clock.due_at, now);
    return { words: days === 0 ? w.time.overJustNow : w.time.overNaturalDays(days), urgency: "over", share };
  }
  const day = calendarDay(clock.due_at);
  if (day === calendarDay(now)) return { words: w.time.dueToday, urgency: "soon", share };
  const index = workingDays.findIndex((one) => one >= day);
  if (index < 0) return { words: w.time.before(plainDayWords(w, day)), urgency: "calm", share };
  return { words: w.time.workingDaysLeft(index + 1), urgency: index === 0 ? "soon" : "calm", share };
}
