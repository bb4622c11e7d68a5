import { expect, test } from "vitest";

import { daysBetween, dueDayWords, endOfDay, spanWords, whenWords } from "./time";
import { zhCN } from "./zh-CN";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-11-20T10:00:00");

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

test("a period that ends with the day is told by its day alone", () => {
  expect(dueDayWords(zhCN, at("2026-11-20T23:59:59.999"), now)).toBe("今天");
  expect(dueDayWords(zhCN, at("2026-11-26T23:59:59.999"), now)).toBe("11月26日");
  expect(dueDayWords(zhCN, at("2026-11-20T17:00:00"), now)).toBe("17:00");
});

test("the deadline filter ends with the last millisecond of a day in China", () => {
  expect(endOfDay(now)).toBe(at("2026-11-20T23:59:59.999"));
  expect(endOfDay(now, 1)).toBe(at("2026-11-21T23:59:59.999"));
});

test("days between two moments are counted on the calendar in China", () => {
  expect(daysBetween(at("2026-11-20T23:59:00"), at("2026-11-21T00:01:00"))).toBe(1);
  expect(daysBetween(at("2026-11-20T00:01:00"), at("2026-11-20T23:59:00"))).toBe(0);
});

test("a large difference is told in large units, because nobody counts 4320 minutes", () => {
  expect([90_000, 7_000_000, 7_200_000, 3 * 86_400_000].map((ms) => spanWords(zhCN, ms))).toEqual([
    "2 分钟",
    "117 分钟",
    "2 小时",
    "3 天",
  ]);
});
