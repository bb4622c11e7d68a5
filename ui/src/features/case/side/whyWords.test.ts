import { expect, test } from "vitest";

import type { FoundReason } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { whyWords } from "./whyWords";

const found = (reason: FoundReason, words = "低保") =>
  whyWords(zhCN, { because: "words", reason, words });

test("the line says what the suggestion has to do with the case", () => {
  expect(whyWords(zhCN, { because: "matter" })).toBe("属于本事项");
  expect(whyWords(zhCN, { because: "own" })).toBe("我的常用答复");
  expect(found({ by: "name" })).toBe("提到“低保”");
  expect(found({ by: "passage" })).toBe("提到“低保”");
});

test("where the request uses another word, that word is told too", () => {
  expect(found({ by: "other_name", text: "低保金" })).toBe("提到“低保”·俗称“低保金”");
  expect(found({ by: "synonym", text: "最低生活保障" })).toBe("提到“低保”·同义“最低生活保障”");
});

test("without words of the request there is still a reason", () => {
  expect(found({ by: "passage" }, "")).toBe("与诉求相近");
  expect(found({ by: "sound", text: null }, " ")).toBe("读音相近");
});
