import { expect, test } from "vitest";

import type { ClockView } from "@/generated/types";

import { clockWords, dueDayWords, endOfDay, whenWords } from "./time";
import { zhCN } from "./zh-CN";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-11-20T10:00:00");

const clock = (due: string, daysLeft: number): ClockView => ({
  kind: "contact",
  started_at: at("2026-11-18T09:00:00"),
  days: 1,
  due_at: at(due),
  unpublished_year: false,
  days_left: daysLeft,
  ms_left: at(due) - now,
  urgency: "calm",
});

test("today needs no date, yesterday says so, older days name themselves", () => {
  expect(whenWords(zhCN, at("2026-11-20T09:05:00"), now)).toBe("09:05");
  expect(whenWords(zhCN, at("2026-11-19T17:40:00"), now)).toBe("昨天 17:40");
  expect(whenWords(zhCN, at("2026-11-03T09:05:00"), now)).toBe("11月3日 09:05");
  expect(whenWords(zhCN, at("2025-11-03T09:05:00"), now)).toBe("2025年11月3日 09:05");
});

test("yesterday is a matter of the calendar in China, not of 24 hours", () => {
  const justAfterMidnight = at("2026-11-20T00:05:00");
  expect(whenWords(zhCN, at("2026-11-19T23:59:00"), justAfterMidnight)).toBe("昨天 23:59");
});

test("a clock that ends today says so however few hours are left", () => {
  expect(clockWords(zhCN, clock("2026-11-20T23:59:59", 0), now)).toBe("今天到期");
});

test("the next working day may be three days off and still counts as one", () => {
  expect(clockWords(zhCN, clock("2026-11-23T23:59:59", 1), now)).toBe("剩 1 个工作日");
  expect(clockWords(zhCN, clock("2026-11-24T23:59:59", 2), now)).toBe("剩 2 个工作日");
});

test("a breach is told in hours first and in working days later", () => {
  expect(clockWords(zhCN, clock("2026-11-20T09:40:00", 0), now)).toBe("刚刚超期");
  expect(clockWords(zhCN, clock("2026-11-20T06:30:00", 0), now)).toBe("已超 3 小时");
  expect(clockWords(zhCN, clock("2026-11-17T23:59:59", -3), now)).toBe("已超 3 个工作日");
});

test("a period that ends with the day is told by its day alone", () => {
  expect(dueDayWords(zhCN, at("2026-11-20T23:59:59.999"), now)).toBe("今天");
  expect(dueDayWords(zhCN, at("2026-11-26T23:59:59.999"), now)).toBe("11月26日");
  expect(dueDayWords(zhCN, at("2026-11-20T17:00:00"), now)).toBe("17:00");
});

test("the deadline filter ends with the last millisecond of a day in China", () => {
  expect(endOfDay(now)).toBe(at("2026-11-20T23:59:59.999"));
  expect(endOfDay(now, 1)).toBe(at("2026-11-21T23:59:59.999"));
});
