import { expect, test } from "vitest";

import type { ApiError } from "@/generated/types";

import { en } from "./en";
import { errorWords } from "./errorWords";
import { zhCN } from "./zh-CN";

const error = (code: ApiError["code"], params: Record<string, string> = {}): ApiError => ({
  code,
  params,
  trace_id: "7f3a",
});

test("a refusal names the rule, because the person has to know what to do instead", () => {
  const refused = error("refused", { rule: "already_claimed" });
  expect(errorWords(zhCN, refused)).toBe("现在不能这样办理：已有人认领。");
  expect(errorWords(en, refused)).toBe("This cannot be done now: Someone has claimed it.");
});

test("a rule without words is left out instead of being shown raw", () => {
  expect(errorWords(zhCN, error("refused", { rule: "new_rule" }))).toBe("现在不能这样办理。");
});

test("a lock after failed attempts says how long", () => {
  expect(errorWords(zhCN, error("too_many_attempts", { seconds: "90" }))).toBe("请 2 分钟后再试。");
});

test("a code of a newer program still gives a sentence", () => {
  expect(errorWords(zhCN, error("brand_new" as ApiError["code"]))).toBe(zhCN.errors.code.internal);
});
