import type { DueView, Timestamp } from "@/generated/types";

import type { Words } from "./words";

const DAY_MS = 86_400_000;
/** China keeps UTC+8 all year; the rule book counts days the same way. */
const CHINA_MS = 8 * 3_600_000;

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
  /** Days since 1970, in China. */
  dayNumber: number;
}

function parts(at: Timestamp): Parts {
  const shifted = new Date(at + CHINA_MS);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor((at + CHINA_MS) / DAY_MS),
  };
}

/** A point in time as one says it now: `10:32`, `昨天 17:40`, `11月3日 09:05`. */
export function whenWords(w: Words, at: Timestamp, now: Timestamp): string {
  const then = parts(at);
  const today = parts(now);
  const days = then.dayNumber - today.dayNumber;
  if (days === 0) return w.time.today(then.clock);
  if (days === -1) return w.time.yesterday(then.clock);
  if (days === 1) return w.time.tomorrow(then.clock);
  if (then.year === today.year) return w.time.thisYear(then.month, then.day, then.clock);
  return w.time.otherYear(then.year, then.month, then.day, then.clock);
}

/** A point in time in full, for papers and explanations. */
export function fullWhenWords(w: Words, at: Timestamp): string {
  const { year, month, day, clock } = parts(at);
  return w.time.otherYear(year, month, day, clock);
}

/** The day alone, with its weekday. */
export function dateWords(w: Words, at: Timestamp): string {
  const { year, month, day, weekday } = parts(at);
  return w.time.date(year, month, day, weekday);
}

/** The day in China as the library writes it, `YYYY-MM-DD`. */
export function calendarDay(at: Timestamp): string {
  return new Date(at + CHINA_MS).toISOString().slice(0, 10);
}

/** A `YYYY-MM-DD` of the library, with its weekday. */
export function dayWords(w: Words, day: string): string {
  const at = Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(at) ? day : dateWords(w, at);
}

/** The last day of a period that is being chosen. */
export function lastDayWords(w: Words, due: DueView): string {
  return w.time.lastDay(dayWords(w, due.day), due.unpublished_year);
}

/** Days in China from `from` to `to`; the calendar decides, not 24 hours. */
export function daysBetween(from: Timestamp, to: Timestamp): number {
  return parts(to).dayNumber - parts(from).dayNumber;
}

/** The last day of a period. Periods end with the day, so the hour says nothing. */
export function dueDayWords(w: Words, due: Timestamp, now: Timestamp): string {
  const { dayNumber, year, month, day, clock } = parts(due);
  if (clock !== "23:59") return whenWords(w, due, now);
  const today = parts(now);
  const days = dayNumber - today.dayNumber;
  if (days === 0) return w.time.dayToday;
  if (days === 1) return w.time.dayTomorrow;
  if (days === -1) return w.time.dayYesterday;
  return year === today.year ? w.time.dayOnly(month, day) : dateWords(w, due);
}

/** A `YYYY-MM-DD` of the library without its weekday, for days long gone or far ahead. */
export function plainDayWords(w: Words, day: string): string {
  const at = Date.parse(`${day}T00:00:00+08:00`);
  if (Number.isNaN(at)) return day;
  const { year, month, day: ofMonth } = parts(at);
  return w.time.plainDate(year, month, ofMonth);
}

/** The end of today in China, moved by `days`. */
export function endOfDay(now: Timestamp, days = 0): Timestamp {
  return (parts(now).dayNumber + 1 + days) * DAY_MS - CHINA_MS - 1;
}

/** A short time to wait. */
export function waitWords(w: Words, ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? w.time.seconds(seconds) : w.time.minutes(Math.ceil(seconds / 60));
}

/** How far apart two clocks or two moments are: the larger, the rounder. */
export function spanWords(w: Words, ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 2) return waitWords(w, ms);
  return hours < 48 ? w.time.hours(Math.round(hours)) : w.time.wholeDays(Math.round(hours / 24));
}
