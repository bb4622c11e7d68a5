import { expect, test } from "vitest";

import type { Finding } from "@/generated/types";

import { cleanOf, mostFirst, ruleOf } from "./findings";

const FINDINGS: Finding[] = [
  { what: "fee_without_basis", matters: 2 },
  { what: "phone_missing", matters: 0 },
  { what: "phones_same", matters: 9 },
  { what: "no_period", matters: 2 },
];

test("what most matters have comes first, what none has stays away", () => {
  expect(mostFirst(FINDINGS).map(({ what }) => what)).toEqual(["phones_same", "fee_without_basis", "no_period"]);
});

test("what nothing breaks is told apart", () => {
  expect(cleanOf(FINDINGS)).toEqual(["phone_missing"]);
});

test("an address of no rule opens none", () => {
  expect(ruleOf(FINDINGS, "phones_same")).toBe("phones_same");
  expect(ruleOf(FINDINGS, "nonsense")).toBeNull();
});
