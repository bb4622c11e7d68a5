import { expect, test } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { dueOf } from "./due";

const at = (text: string) => Date.parse(`${text}+08:00`);
const asked = at("2026-11-20T10:00:00");
const clock = (day: string) => ({ due_at: at(`${day}T23:59:59.999`), unpublished_year: false });

test("the days left are working days, a weekend between does not count", () => {
  expect(dueOf(zhCN, clock("2026-11-27"), 5, asked, asked)).toMatchObject({ words: "剩 5 个工作日", urgency: "calm" });
  expect(dueOf(zhCN, clock("2026-11-23"), 1, asked, asked)).toMatchObject({ words: "剩 1 个工作日", urgency: "soon" });
});

test("on its last day it says so, and only afterwards is it late", () => {
  expect(dueOf(zhCN, clock("2026-11-20"), 0, asked, asked).words).toBe("今天到期");
  expect(dueOf(zhCN, clock("2026-11-20"), 0, asked, at("2026-11-21T00:10:00")).words).toBe("刚刚超期");
});

test("what is late counts working days too, so that a weekend makes nobody later", () => {
  expect(dueOf(zhCN, clock("2026-11-20"), 0, asked, at("2026-11-22T09:00:00"))).toMatchObject({
    words: "已超 33 小时",
    urgency: "over",
    share: 0,
  });
  expect(dueOf(zhCN, clock("2026-11-20"), -1, asked, at("2026-11-23T09:00:00")).words).toBe("已超 1 个工作日");
});

test("a policy far ahead names its day instead of counting", () => {
  expect(dueOf(zhCN, clock("2026-12-31"), 29, asked, asked)).toMatchObject({
    words: "2026年12月31日 前",
    urgency: "calm",
  });
});
