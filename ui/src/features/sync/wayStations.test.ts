import { expect, test } from "vitest";

import type { WayDecided, WayHere } from "@/generated/types";

import { hasReach, standings, WAY_STATIONS } from "./wayStations";

const here = (over: Partial<WayHere> = {}): WayHere => ({
  station_seq: 12,
  clock_skew_ms: null,
  ahead: 0,
  attempts: 0,
  attempted_at: null,
  waiting_for: "online",
  held: null,
  not_before: null,
  ...over,
});
const decided = (verdict: WayDecided["verdict"]): WayDecided => ({ at: 1, verdict, rule: null });
const line = (way: Parameters<typeof standings>[0]) => {
  const stand = standings(way);
  return WAY_STATIONS.map((station) => stand[station]).join(" ");
};

test("what was written without a network stands in line, and nothing after that is claimed", () => {
  expect(line({ here: here({ waiting_for: "offline" }), decided: null, confirmed: false })).toBe(
    "done here ahead ahead ahead",
  );
});

test("what was sent and not answered is on its way, because the answer may have been lost", () => {
  expect(line({ here: here({ attempts: 1 }), decided: null, confirmed: false })).toBe("done done here ahead ahead");
});

test("what is held up is shown where it is held up: on the way, or in line behind another one", () => {
  expect(line({ here: here({ attempts: 3, held: "blocked" }), decided: null, confirmed: false })).toBe(
    "done done held ahead ahead",
  );
  expect(line({ here: here({ held: "behind" }), decided: null, confirmed: false })).toBe("done held ahead ahead ahead");
});

test("a decision that the history does not show yet is no arrival", () => {
  expect(line({ here: here({ attempts: 1 }), decided: decided("rebased"), confirmed: false })).toBe(
    "done done done done here",
  );
  expect(line({ here: here({ attempts: 1 }), decided: decided("accepted"), confirmed: true })).toBe(
    "done done done done done",
  );
});

test("a refused action goes no further, a parked one does as a proposal", () => {
  expect(line({ here: here({ attempts: 1 }), decided: decided("refused"), confirmed: false })).toBe(
    "done done done stopped off",
  );
  expect(hasReach({ decided: decided("refused") })).toBe(false);
  expect(hasReach({ decided: decided("parked") })).toBe(true);
  expect(hasReach({ decided: null })).toBe(false);
});
