import { expect, test } from "vitest";

import type { DayNote } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { dayMarks, legend, weeks } from "./dayMarks";

/** The Spring Festival of 2026: DOMAIN's golden value, Thursday 12 February + 2 working days. */
const DAYS: DayNote[] = [
  { day: "2026-02-12", why: "working", counted: null, because: "first_day" },
  { day: "2026-02-13", why: "working", counted: 1, because: null },
  { day: "2026-02-14", why: "swapped_in", holiday: "春节", counted: 2, because: null },
];
const now = Date.parse("2026-02-13T10:00:00+08:00");

test("counted days are numbered; a Saturday at work says for which holiday", () => {
  const marks = dayMarks(zhCN, DAYS, now);
  expect(marks.map(({ mark }) => mark)).toEqual(["首", "1", "2"]);
  expect(marks.map(({ words }) => words)).toEqual(["首日不计", "第 1 天", "第 2 天·春节调休上班"]);
  expect(marks.map(({ isDue }) => isDue)).toEqual([false, false, true]);
  expect(marks.map(({ isToday }) => isToday)).toEqual([false, true, false]);
});

test("days stand under their weekday, as on a wall calendar", () => {
  const [week] = weeks(dayMarks(zhCN, DAYS, now));
  expect(week?.map((mark) => mark?.date ?? null)).toEqual([null, null, null, 12, 13, 14, null]);
});

test("a week ends with Sunday, and the next line begins with Monday", () => {
  const days: DayNote[] = [
    { day: "2026-11-22", why: "weekend", counted: null, because: null },
    { day: "2026-11-23", why: "working", counted: 1, because: null },
  ];
  expect(weeks(dayMarks(zhCN, days, now)).map((week) => week.filter(Boolean).length)).toEqual([1, 1]);
});

test("every mark in sight is explained once", () => {
  const more: DayNote[] = [
    ...DAYS,
    { day: "2026-02-15", why: "holiday", holiday: "春节", counted: null, because: null },
    { day: "2026-02-16", why: "holiday", holiday: "春节", counted: null, because: null },
    { day: "2026-02-25", why: "working", counted: null, because: "paused" },
  ];
  expect(legend(zhCN, dayMarks(zhCN, more, now))).toEqual([
    { mark: "首", words: "首日不计" },
    { mark: "班", words: "春节调休上班" },
    { mark: "休", words: "春节" },
    { mark: "停", words: "暂停，不计" },
  ]);
});
