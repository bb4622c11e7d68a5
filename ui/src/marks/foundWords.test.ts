import { expect, test } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { foundWords } from "./foundWords";

test("a search that was cut short does not claim that this is all there is", () => {
  const words = (total: number, isSearched: boolean, isNarrowed: boolean) =>
    foundWords(zhCN.library, total, { isSearched, isNarrowed });
  expect(words(100, true, false)).toBe("最相近的 100 项");
  expect(words(99, true, true)).toBe("找到 99 项");
  expect(words(300, false, true)).toBe("找到 300 项");
  expect(words(300, false, false)).toBe("共 300 项");
});
