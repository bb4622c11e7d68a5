import { expect, test } from "vitest";

import { gapNames, unfilled } from "./gaps";

const WORDS = ["称呼", "咨询电话", "事项"];
const found = (text: string) => unfilled(text, WORDS).map(({ from, to }) => text.slice(from, to));

test("a variable that nobody filled in is found where it stands", () => {
  expect(unfilled("请拨{咨询电话}。", WORDS)).toEqual([{ word: "咨询电话", from: 2, to: 8 }]);
  expect(found("{称呼}您好，请拨{ 咨询电话 }，{称呼}。")).toEqual(["{称呼}", "{ 咨询电话 }", "{称呼}"]);
});

test("what else stands in braces is nobody's business", () => {
  for (const text of ["{天气}", "{}", "没有合上{事项", "}事项{", "｛事项｝", "事项", ""]) {
    expect(found(text), text).toEqual([]);
  }
});

test("of braces within braces the inner ones are meant, as where a reply is filled in", () => {
  expect(found("{一个{事项}")).toEqual(["{事项}"]);
});

test("while the variables are not known nothing is held back", () => {
  expect(unfilled("请拨{咨询电话}。", [])).toEqual([]);
});

test("each is named once", () => {
  expect(gapNames(unfilled("{称呼}{事项}{称呼}", WORDS))).toEqual(["{称呼}", "{事项}"]);
});
