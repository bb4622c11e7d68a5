import { expect, test } from "vitest";

import { pieces } from "./pieces";

const shown = (text: string, ...marks: [from: number, to: number][]) =>
  pieces(text, marks.map(([from, to]) => ({ from, to })))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

test("what was found is marked, and everything else stays", () => {
  expect(shown("个体工商户登记（设立）", [0, 2], [5, 7])).toBe("[个体]工商户[登记]（设立）");
  expect(shown("社保", [0, 2])).toBe("[社保]");
  expect(shown("社保")).toBe("社保");
  expect(pieces("", [{ from: 0, to: 2 }])).toEqual([]);
});

test("marks are counted as the window counts: a rare character takes two units", () => {
  expect(shown("𠮷林镇社保", [3, 5])).toBe("𠮷林[镇社]保");
});

test("marks that overlap, lie askew or reach too far never repeat or lose a letter", () => {
  expect(shown("养老保险", [2, 4], [0, 3])).toBe("[养老保][险]");
  expect(shown("养老保险", [3, 9])).toBe("养老保[险]");
  expect(shown("养老保险", [7, 9])).toBe("养老保险");
  expect(shown("养老保险", [2, 2])).toBe("养老保险");
});
