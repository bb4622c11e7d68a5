import { expect, test } from "vitest";

import { dayAfter, inOrder, monthsAfter, parseDay } from "./day";

test("a day is understood however people write it", () => {
  expect(["2027-01-31", "2027-1-31", "20270131", "2027年1月31日", " 2027/1/31 "].map(parseDay)).toEqual(
    Array(5).fill("2027-01-31"),
  );
});

test("what is no day is not guessed at", () => {
  expect(["", "2027-02-31", "2027-13-01", "明年", "27-1-31"].map(parseDay)).toEqual(Array(5).fill(null));
});

test("months end where they end", () => {
  expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
  expect(monthsAfter("2026-11-22", 12)).toBe("2027-11-22");
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
});

test("an entry cannot end before it begins, nor be reviewed outside of its time", () => {
  expect(inOrder("2027-01-01", null, null)).toBe(true);
  expect(inOrder("2027-01-01", "2026-12-31", null)).toBe(false);
  expect(inOrder("2027-01-01", "2027-12-31", "2028-01-01")).toBe(false);
  expect(inOrder("2027-01-01", null, "2026-12-31")).toBe(false);
  expect(inOrder("2027-01-01", "2027-12-31", "2027-06-30")).toBe(true);
});
