import type { ClockView, Limit, Timestamp, Urgency } from "@/generated/types";

import { daysBetween, whenWords } from "./time";
import type { Words } from "./words";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a clock says: `剩 2 个工作日`, `今天到期`, `剩 42 秒`, `已超 3 小时`, `已暂停`. */
export function clockWords(w: Words, clock: ClockView, now: Timestamp): string {
  if (clock.paused) return w.time.paused;
  const left = clock.due_at - now;
  if (left < 0) return overWords(w, clock, now);
  if (clock.limit.unit === "seconds") return secondsWords(w, clock.due_at, now);
  return daysWords(w, clock, now);
}

function daysWords(w: Words, clock: ClockView, now: Timestamp): string {
  const days = daysBetween(now, clock.due_at);
  if (days === 0) return w.time.dueToday;
  if (clock.limit.unit === "natural") return w.time.naturalDaysLeft(days);
  // The calendar may count none before a Monday; one still has that day.
  return w.time.workingDaysLeft(Math.max(1, clock.days_left));
}

function secondsWords(w: Words, due: Timestamp, now: Timestamp): string {
  const left = due - now;
  // Outside service hours the seconds do not run yet: what counts is when they will.
  if (left >= HOUR_MS) return w.time.before(whenWords(w, due, now));
  const seconds = Math.ceil(left / 1000);
  return w.time.secondsLeft(Math.floor(seconds / 60), seconds % 60);
}

function overWords(w: Words, { due_at, limit, days_left }: ClockView, now: Timestamp): string {
  const over = now - due_at;
  if (limit.unit === "seconds" && over < HOUR_MS) {
    return over < MINUTE_MS
      ? w.time.overSeconds(Math.max(1, Math.floor(over / 1000)))
      : w.time.overMinutes(Math.floor(over / MINUTE_MS));
  }
  if (over >= DAY_MS) {
    if (limit.unit === "natural") return w.time.overNaturalDays(daysBetween(due_at, now));
    if (days_left < 0) return w.time.overDays(-days_left);
  }
  const hours = Math.floor(over / HOUR_MS);
  return hours < 1 ? w.time.overJustNow : w.time.overHours(hours);
}

/** Share of a clock's time that is left, 0 to 1. */
export function clockShare(clock: ClockView, now: Timestamp): number {
  const seconds = clock.limit.unit === "seconds";
  const whole = seconds ? clock.limit.amount * 1000 : clock.due_at - clock.started_at;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (clock.due_at - now) / whole));
}

/** How near its end a clock is now; the answer it came with may be a minute old. */
export function clockUrgency(clock: ClockView, now: Timestamp): Urgency {
  if (clock.paused) return "calm";
  return clock.due_at < now ? "over" : clock.urgency;
}

/** How often a clock has to be looked at, milliseconds: each second only while seconds matter. */
export function clockBeat(clock: ClockView, now: Timestamp): number {
  const left = clock.due_at - now;
  const counts = clock.limit.unit === "seconds" && !clock.paused;
  return counts && left < HOUR_MS && left > -MINUTE_MS ? 1000 : 30_000;
}

/** The time allowed: `5 个工作日`, `60 秒`. */
export function limitWords(w: Words, { amount, unit }: Limit): string {
  return unit === "seconds" ? w.time.seconds(amount) : w.time.days(amount, unit === "working");
}
