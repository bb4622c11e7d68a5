import { expect, test } from "vitest";

import type { OutboxRow } from "@/generated/types";

import { packing } from "./packing";

const row = (written_at: number, bundle: number | null): OutboxRow =>
  ({ written_at, bundle }) as OutboxRow;

test("a bundle holds whatever has no answer, also what left in an earlier one", () => {
  expect(packing([row(300, null), row(100, 6), row(200, 7)])).toEqual({
    count: 3,
    since: 100,
    already: 2,
    latest: 7,
  });
});

test("an empty outbox has no earliest action, and can still be packed to ask for what is new", () => {
  expect(packing([])).toEqual({ count: 0, since: null, already: 0, latest: null });
});
