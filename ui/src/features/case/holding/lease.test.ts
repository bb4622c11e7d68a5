import { expect, test } from "vitest";

import { leaseState } from "./lease";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-22T09:30:00+08:00");

test.each([
  ["a village station has days before it", NOW + 14 * 24 * HOUR, "calm"],
  ["a little more than an hour is time enough", NOW + HOUR + 1, "calm"],
  ["the last hour is marked", NOW + HOUR, "soon"],
  ["at its last moment nobody may take over yet", NOW, "soon"],
  ["after that a colleague may", NOW - 1, "over"],
] as const)("a lease: %s", (_why, expires, state) => {
  expect(leaseState(expires, NOW)).toBe(state);
});
