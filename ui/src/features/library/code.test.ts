import { expect, test } from "vitest";

import { codeGroups } from "./code";

test("a standard code is read in its parts, and the parts are the whole code", () => {
  const code = "11441322900100787D4000131001000";
  expect(codeGroups(code)).toEqual(["11441322900100787D", "4", "00", "01", "31", "001", "000"]);
  expect(codeGroups(code).join("")).toBe(code);
});

test("a business item keeps its two more characters", () => {
  expect(codeGroups("11441322900100787D400013100100001").at(-1)).toBe("01");
});

test("a code of another form is opaque and is not cut, because some provinces print it so", () => {
  const hyphens = "511A0203700000-1151000000873-QT-01";
  expect(codeGroups(hyphens)).toEqual([hyphens]);
});
