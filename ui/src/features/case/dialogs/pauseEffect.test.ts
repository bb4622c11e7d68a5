import { expect, test } from "vitest";

import { standsStill } from "./pauseEffect";

test("our own time waits for any pause", () => {
  expect(standsStill({ kind: "resolution" }, "other")).toBe(true);
});

test("promise and law wait only for a special procedure, never because it suits us", () => {
  for (const kind of ["promised", "legal"] as const) {
    expect(standsStill({ kind }, "special_procedure")).toBe(true);
    expect(standsStill({ kind }, "applicant_asked")).toBe(false);
    expect(standsStill({ kind }, "other")).toBe(false);
  }
});

test("nobody is freed from answering the citizen by a pause", () => {
  expect(standsStill({ kind: "contact" }, "special_procedure")).toBe(false);
  expect(standsStill({ kind: "urging" }, "other")).toBe(false);
});
