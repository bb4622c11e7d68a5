import { expect, test } from "vitest";

import { afterUndo, left } from "./checking";

const model = { by: "model", isLatest: true } as const;

test("with the draft goes its mark, and nothing else takes it away but the person", () => {
  expect(afterUndo({ ...model, now: true, before: false })).toBe(false);
  expect(afterUndo({ ...model, now: true, before: true }), "an earlier draft is still there").toBe(true);
  expect(afterUndo({ now: true, before: false, by: "model", isLatest: false }), "a later one is").toBe(true);
  expect(afterUndo({ now: true, before: true, by: undefined, isLatest: true }), "an entry was").toBe(true);
});

test("what a person has checked stays checked", () => {
  expect(afterUndo({ ...model, now: false, before: true })).toBe(false);
  expect(afterUndo({ now: false, before: true, by: undefined, isLatest: true })).toBe(false);
});

test("a word that stands for a name is not sent to the person it stands for", () => {
  const words = ["〔姓名〕", "〔号码〕"];
  expect(left("〔姓名〕您好，可以代办。", words)).toEqual(["〔姓名〕"]);
  expect(left("您好，粤府〔2024〕9号。", words)).toEqual([]);
});
