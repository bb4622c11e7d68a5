import { expect, test } from "vitest";

import type { FilesOnTheWay, FileView } from "@/generated/types";

import { budgetFrom, directionOf, doingOf, leftOf, percentOf, shortestMs } from "./way";

const FILE: FileView = {
  sha256: "a",
  name: "户口簿.jpg",
  bytes: 1000,
  media: "image/jpeg",
  held: null,
  width: null,
  height: null,
  pages: null,
  has_thumbnail: false,
  place: "uploading",
  durable: 250,
  paused: false,
  at_platform: false,
  fault: null,
  next_attempt: null,
  ticket: "t",
  subject: "低保",
};
const WAY: FilesOnTheWay = {
  pace: { paused: false, bytes_per_minute: null },
  current: "a",
  files: [FILE],
  bytes_left: 750,
  remaining_ms: null,
};

test("a file that is nearly across does not look done", () => {
  expect(percentOf({ bytes: 1000, durable: 999 })).toBe(99);
  expect(percentOf({ bytes: 1000, durable: 1000 })).toBe(100);
  expect(leftOf(FILE)).toBe(750);
});

test("what is wanted from elsewhere comes down, everything else goes up", () => {
  expect(directionOf({ place: "remote" })).toBe("down");
  expect(directionOf({ place: "downloading" })).toBe("down");
  expect(directionOf({ place: "local" })).toBe("up");
});

test("a person's pause is said before a fault, and a fault before the network", () => {
  const faulty = { ...FILE, fault: "other" as const };
  expect(doingOf({ ...faulty, paused: true }, WAY, "offline")).toBe("paused");
  expect(doingOf(faulty, { ...WAY, pace: { ...WAY.pace, paused: true } }, "online")).toBe("allPaused");
  expect(doingOf(faulty, WAY, "offline")).toBe("fault");
  expect(doingOf(FILE, WAY, "offline")).toBe("offline");
  expect(doingOf(FILE, WAY, "online")).toBe("moving");
  expect(doingOf({ ...FILE, sha256: "b" }, WAY, "online")).toBe("waiting");
});

test("a budget says how long it takes at least, and none says nothing", () => {
  expect(shortestMs(10 * 1024 * 1024, 1024 * 1024)).toBe(10 * 60_000);
  expect(shortestMs(10, null)).toBeNull();
});

test("a budget is written as one writes numbers at a counter, and nonsense is none", () => {
  expect(budgetFrom("0.5")).toBe(512 * 1024);
  expect(budgetFrom(" 2，5 ")).toBe(2.5 * 1024 * 1024);
  expect(["", "0", "0.01", "1001", "-1", "一", "1.2.3"].map(budgetFrom)).toEqual(Array(7).fill(null));
});
