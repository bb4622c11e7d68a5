import { expect, test } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { faultWords, isAbout } from "./faultWords";

test("a fault names the paragraph and what is wrong there, so that nobody has to search for it", () => {
  expect(faultWords(zhCN, { fault: "unknown_source", paragraph: 2, words: "粤府〔2024〕9号" })).toBe(
    "第 2 段提到“粤府〔2024〕9号”，所注条目里没有",
  );
  expect(faultWords(zhCN, { fault: "unknown_entry", paragraph: 1, number: 7 })).toContain("[7]");
});

test("what is wrong with the whole draft marks no paragraph", () => {
  expect(isAbout({ fault: "too_long", chars: 2000 }, 1)).toBe(false);
  expect(isAbout({ fault: "uncited", paragraph: 3 }, 3)).toBe(true);
  expect(isAbout({ fault: "uncited", paragraph: 3 }, 1)).toBe(false);
});
