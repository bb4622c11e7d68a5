import { expect, test } from "vitest";

import type { ClockView, Limit } from "@/generated/types";

import { clockBeat, clockShare, clockUrgency, clockWords, limitWords } from "./clocks";
import { en } from "./en";
import { zhCN } from "./zh-CN";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-11-20T10:00:00");
const DAYS: Limit = { amount: 1, unit: "working" };
const SECONDS: Limit = { amount: 60, unit: "seconds" };
const NATURAL: Limit = { amount: 20, unit: "natural" };

const clock = (due: string, daysLeft: number, limit = DAYS, paused = false): ClockView => ({
  kind: "contact",
  reference: null,
  started_at: at("2026-11-18T09:00:00"),
  limit,
  due_at: at(due),
  paused,
  unpublished_year: false,
  days_left: daysLeft,
  ms_left: at(due) - now,
  urgency: "soon",
});

test("a clock that ends today says so however few hours are left", () => {
  expect(clockWords(zhCN, clock("2026-11-20T23:59:59", 0), now)).toBe("今天到期");
});

test("the next working day may be three days off and still counts as one", () => {
  expect(clockWords(zhCN, clock("2026-11-23T23:59:59", 1), now)).toBe("剩 1 个工作日");
  expect(clockWords(zhCN, clock("2026-11-24T23:59:59", 2), now)).toBe("剩 2 个工作日");
});

test("a period of natural days counts every day, weekends too", () => {
  expect(clockWords(zhCN, clock("2026-11-23T23:59:59", 1, NATURAL), now)).toBe("剩 3 个自然日");
  expect(clockWords(zhCN, clock("2026-11-16T23:59:59", -4, NATURAL), now)).toBe("已超 4 个自然日");
});

test("a breach is told in hours first and in working days later", () => {
  expect(clockWords(zhCN, clock("2026-11-20T09:40:00", 0), now)).toBe("刚刚超期");
  expect(clockWords(zhCN, clock("2026-11-20T06:30:00", 0), now)).toBe("已超 3 小时");
  expect(clockWords(zhCN, clock("2026-11-17T23:59:59", -3), now)).toBe("已超 3 个工作日");
});

test("who waits online is counted in seconds, and late by seconds and minutes", () => {
  expect(clockWords(zhCN, clock("2026-11-20T10:00:42", 0, SECONDS), now)).toBe("剩 42 秒");
  expect(clockWords(zhCN, clock("2026-11-20T10:01:05", 0, SECONDS), now)).toBe("剩 1 分 5 秒");
  expect(clockWords(zhCN, clock("2026-11-20T09:59:30", 0, SECONDS), now)).toBe("已超 30 秒");
  expect(clockWords(zhCN, clock("2026-11-20T09:52:00", 0, SECONDS), now)).toBe("已超 8 分钟");
  expect(clockWords(en, clock("2026-11-20T10:00:42", 0, SECONDS), now)).toBe("42 s left");
});

test("what came after service hours names the moment instead of thousands of seconds", () => {
  expect(clockWords(zhCN, clock("2026-11-21T08:31:00", 1, SECONDS), now)).toBe("明天 08:31 前");
});

test("a clock that stands still says so and is never late", () => {
  const paused = clock("2026-11-18T23:59:59", -2, DAYS, true);
  expect(clockWords(zhCN, paused, now)).toBe("已暂停");
  expect(clockUrgency(paused, now)).toBe("calm");
});

test("an answer a minute old does not hide that time has run out meanwhile", () => {
  expect(clockUrgency(clock("2026-11-20T09:59:59", 0), now)).toBe("over");
});

test("only seconds that run are looked at each second", () => {
  expect(clockBeat(clock("2026-11-20T10:00:42", 0, SECONDS), now)).toBe(1000);
  expect(clockBeat(clock("2026-11-20T09:50:00", 0, SECONDS), now), "long over").toBe(30_000);
  expect(clockBeat(clock("2026-11-21T08:31:00", 1, SECONDS), now), "tomorrow").toBe(30_000);
  expect(clockBeat(clock("2026-11-20T10:00:42", 0), now), "days").toBe(30_000);
});

test("the ring of seconds empties within its minute, not since registration", () => {
  expect(clockShare(clock("2026-11-20T10:00:30", 0, SECONDS), now)).toBeCloseTo(0.5);
});

test("a limit is told in its own unit", () => {
  expect(limitWords(zhCN, SECONDS)).toBe("60 秒");
  expect(limitWords(zhCN, DAYS)).toBe("1 个工作日");
  expect(limitWords(zhCN, NATURAL)).toBe("20 个自然日");
});
