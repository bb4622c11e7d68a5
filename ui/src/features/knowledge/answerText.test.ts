import { expect, test } from "vitest";

import type { KnowledgeEntry } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { answerText } from "./answerText";

const entry = (over: Partial<KnowledgeEntry>) =>
  ({ answer: ["登记不收费。", "当场办结。"], basis: [], ...over }) as KnowledgeEntry;

test("a pasted answer carries document number and article, so that it can be checked", () => {
  const basis = [
    { title: "促进个体工商户发展条例", number: "国务院令第755号", article: null, text: null },
    { title: "《公司法》", number: null, article: "第四十七条", text: null },
  ];
  expect(answerText(zhCN, entry({ basis }))).toBe(
    "登记不收费。\n当场办结。\n依据：《促进个体工商户发展条例》（国务院令第755号）、《公司法》第四十七条",
  );
});

test("an answer without basis stays as it is", () => {
  expect(answerText(zhCN, entry({}))).toBe("登记不收费。\n当场办结。");
});
