import { expect, test } from "vitest";

import { grouped } from "./grouped";

test("a phone and an ID number are read in the groups one says them in", () => {
  expect(grouped("13800138000")).toBe("138 0013 8000");
  expect(grouped("11010519491231002X")).toBe("110105 1949 1231 002X");
});

test("what has another length is left alone, because it may be a passport", () => {
  expect(grouped("E12345678")).toBe("E12345678");
});
