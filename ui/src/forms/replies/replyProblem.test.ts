import { expect, test } from "vitest";

import type { ApiError } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { replyProblem } from "./replyProblem";

const bad = (params: Record<string, string>): ApiError => ({ code: "bad_input", params, trace_id: "" });

test("a word between braces that nobody fills in is named at the text", () => {
  const { text, title } = replyProblem(zhCN, bad({ field: "text", variable: "天气" }));
  expect(text).toContain("{天气}");
  expect(title).toBeNull();
});

test("a length that does not fit is said at its own field", () => {
  expect(replyProblem(zhCN, bad({ field: "title" })).title).toContain("40");
  expect(replyProblem(zhCN, bad({ field: "text" })).text).toContain("2000");
});

test("what is about no field is left to the dialog", () => {
  const none = { title: null, text: null };
  expect(replyProblem(zhCN, null)).toEqual(none);
  expect(replyProblem(zhCN, bad({}))).toEqual(none);
  expect(replyProblem(zhCN, { code: "disk_full", params: { field: "text" }, trace_id: "" })).toEqual(none);
});
