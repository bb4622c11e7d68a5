import { expect, test } from "vitest";

import { insertAt, takeOut } from "./insert";

test("a piece stands in lines of its own, wherever the cursor was", () => {
  const cases = [
    ["", 0, "二", "二"],
    ["一", 1, "二", "一\n二"],
    ["一\n", 2, "二", "一\n二"],
    ["三", 0, "二", "二\n三"],
    ["一三", 1, "二", "一\n二\n三"],
    ["一\n\n三", 2, "二", "一\n二\n三"],
  ] as const;
  for (const [text, at, piece, expected] of cases) {
    expect(insertAt(text, at, piece, "lines").text, JSON.stringify(text)).toBe(expected);
  }
});

test("the cursor goes behind the piece, before the line break that parts it", () => {
  const { text, caret } = insertAt("一三", 1, "二", "lines");
  expect(text.slice(0, caret)).toBe("一\n二");
});

test("a variable goes into the middle of its sentence", () => {
  expect(insertAt("您好，请带证。", 0, "{称呼}", "inline")).toMatchObject({
    text: "{称呼}您好，请带证。",
    caret: 4,
  });
});

test("taking out what was put in gives the text as it was", () => {
  for (const [text, at] of [["", 0], ["一", 1], ["一三", 1], ["一\n三", 2]] as const) {
    const put = insertAt(text, at, "二", "lines");
    expect(takeOut(put.text, put)).toBe(text);
  }
});

test("what was written meanwhile stays, because nobody asked for it to go", () => {
  const put = insertAt("您好。", 3, "请带身份证。", "lines");
  expect(takeOut(`${put.text}再见。`, put)).toBe("您好。再见。");
  expect(takeOut(`陈先生，${put.text}`, put)).toBe("陈先生，您好。");
});

test("a piece that was changed is not taken out, because nobody knows where it ends", () => {
  const put = insertAt("您好。", 3, "请带身份证。", "lines");
  expect(takeOut("您好。\n请带户口簿。", put)).toBeNull();
});

test("of two pieces that are the same the last one put in is taken out", () => {
  const first = insertAt("", 0, "请带证。", "lines");
  const second = insertAt(first.text, first.caret, "请带证。", "lines");
  expect(takeOut(second.text, second)).toBe("请带证。");
});
