import { expect, test } from "vitest";

import { layoutValue, parseLayout } from "./layout";

test("a damaged layout falls back to the usual widths instead of breaking the desk", () => {
  expect(parseLayout("{")).toEqual({});
  expect(parseLayout("[1]")).toEqual({});
  expect(layoutValue(parseLayout('{"queue":"wide"}'), "queue", 22)).toBe(22);
});

test("a kept width is used", () => {
  expect(layoutValue(parseLayout('{"queue":26}'), "queue", 22)).toBe(26);
});
