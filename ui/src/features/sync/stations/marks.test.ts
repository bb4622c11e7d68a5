import { expect, test } from "vitest";

import type { StationRow } from "@/generated/types";

import { failingBy, isOlder, marksOf } from "./marks";

const at = (text: string) => Date.parse(`${text}+08:00`);
/** A Monday morning. */
const view = { program: "0.10.0", server_time: at("2026-11-23T08:40:00") };

const row = (over: Partial<StationRow> = {}): StationRow => ({
  id: "01890000-0000-7000-8000-0000003f9a01",
  name: "石湾镇 1 号窗口",
  revoked_at: null,
  person: { name: "陈玉梅", role: "service", organisation: "石湾镇" },
  last_contact: at("2026-11-23T08:39:00"),
  reported_at: at("2026-11-23T08:39:00"),
  program: "0.10.0",
  clock_skew_ms: 900,
  pending: 0,
  oldest_pending: null,
  failing: [],
  letters: 0,
  files_waiting: 0,
  files_failing: 0,
  repairs: 0,
  behind: 0,
  ...over,
});

test("a desk at which all is well has no mark, letters and repairs included", () => {
  expect(marksOf(row({ letters: 2, repairs: 1, files_waiting: 4, behind: 30 }), view)).toEqual([]);
});

test("a weekend is no silence, a longer one is", () => {
  expect(marksOf(row({ last_contact: at("2026-11-20T17:30:00") }), view)).toEqual([]);
  expect(marksOf(row({ last_contact: at("2026-11-19T17:30:00") }), view)).toEqual(["silent"]);
});

test("work that waits is marked after a day, because a case may stand still for it", () => {
  expect(marksOf(row({ pending: 1, oldest_pending: at("2026-11-22T09:00:00") }), view)).toEqual([]);
  expect(marksOf(row({ pending: 1, oldest_pending: at("2026-11-22T08:00:00") }), view)).toEqual(["stuck"]);
});

test("what matters most comes first", () => {
  const odd = { failing: ["blocked" as const], files_failing: 1, program: "0.9.3", clock_skew_ms: -180_000 };
  expect(marksOf(row(odd), view)).toEqual(["failing", "files", "older", "skewed"]);
});

test("a clock two minutes off is not marked, one beyond that is, in both directions", () => {
  expect(marksOf(row({ clock_skew_ms: 120_000 }), view)).toEqual([]);
  expect(marksOf(row({ clock_skew_ms: 120_001 }), view)).toEqual(["skewed"]);
  expect(marksOf(row({ clock_skew_ms: -120_001 }), view)).toEqual(["skewed"]);
});

test("a desk that never reported is not blamed for what is not known", () => {
  expect(marksOf(row({ reported_at: null, program: null, clock_skew_ms: null }), view)).toEqual([]);
});

test("versions are compared by number: 0.9 is older than 0.10, and a newer desk is not marked", () => {
  expect(isOlder("0.9.3", "0.10.0")).toBe(true);
  expect(isOlder("0.10.0", "0.10.0")).toBe(false);
  expect(isOlder("0.10", "0.10.0")).toBe(false);
  expect(isOlder("1.0.0", "0.10.0")).toBe(false);
  expect(isOlder("0.10.0-beta.1", "0.10.1")).toBe(true);
  expect(isOlder("unknown", "0.10.0")).toBe(false);
});

test("the same reason is said once, with how many there are", () => {
  expect(failingBy(["blocked", "behind", "blocked"])).toEqual([
    ["blocked", 2],
    ["behind", 1],
  ]);
});
