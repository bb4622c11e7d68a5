import { expect, test } from "vitest";

import { activeFilters, dueBefore, NO_FILTERS, ticketQuery } from "./query";

const now = Date.parse("2026-11-20T10:00:30.500+08:00");

test("spaces alone are no search, otherwise a stray space would empty the queue", () => {
  expect(ticketQuery("mine", "deadline", { ...NO_FILTERS, text: "  " }, 100, now).text).toBeNull();
});

test("the overdue filter asks the same question within a minute, so that answers are reused", () => {
  expect(dueBefore("over", now)).toBe(dueBefore("over", now + 20_000));
});

test("due today reaches to the end of the day in China", () => {
  expect(dueBefore("today", now)).toBe(Date.parse("2026-11-20T23:59:59.999+08:00"));
});

test("the text filter is in sight and not counted among the hidden ones", () => {
  expect(activeFilters({ ...NO_FILTERS, text: "社保", stage: "guidance" })).toBe(1);
});
