import { expect, test } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { dueOf } from "./due";

const at = (text: string) => Date.parse(`${text}+08:00`);
const asked = at("2026-11-20T10:00:00");
const clock = (day: string) => ({ due_at: at(`${day}T23:59:59.999`), unpublished_year: false });
// 2026-11-21 and 22 are a weekend.
const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];

test("the days left are working days, a weekend between does not count", () => {
  expect(dueOf(zhCN, clock("2026-11-27"), asked, asked, DAYS)).toMatchObject({ words: "剩 5 个工作日", urgency: "calm" });
  expect(dueOf(zhCN, clock("2026-11-23"), asked, asked, DAYS)).toMatchObject({ words: "剩 1 个工作日", urgency: "soon" });
});

test("on its last day it says so, and only afterwards is it late", () => {
  expect(dueOf(zhCN, clock("2026-11-20"), asked, asked, DAYS).words).toBe("今天到期");
  expect(dueOf(zhCN, clock("2026-11-20"), asked, at("2026-11-22T09:00:00"), DAYS)).toMatchObject({
    words: "已超 2 个自然日",
    urgency: "over",
    share: 0,
  });
});

test("a policy far ahead names its day instead of counting", () => {
  expect(dueOf(zhCN, clock("2026-12-31"), asked, asked, DAYS)).toMatchObject({
    words: "2026年12月31日 前",
    urgency: "calm",
  });
});
