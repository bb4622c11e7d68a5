import { expect, test } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { heldWords } from "./heldWords";

const now = Date.parse("2026-11-20T10:40:00+08:00");

test("a step that is held up says why, when it goes again, and that others do not wait", () => {
  const row = { held: "behind" as const, not_before: Date.parse("2026-11-20T10:45:00+08:00") };
  expect(heldWords(zhCN, row, now)).toBe("同一张工单的前一步还没有送成，等它先办·10:45 再试·别的操作先传");
});

test("a time that has come is not told as if it lay ahead", () => {
  expect(heldWords(zhCN, { held: "failed", not_before: now - 1 }, now)).toContain("即将再试");
});

test("what is not held up has nothing to say", () => {
  expect(heldWords(zhCN, { held: null, not_before: null }, now)).toBe("");
});
