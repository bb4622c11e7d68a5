import { expect, test } from "vitest";

import type { FoundGroup, FoundHit, FoundKind } from "@/generated/types";

import { activeRow, limitOf, movedTo, rowGroups } from "./rows";

const group = (kind: FoundKind, keys: string[], total = keys.length): FoundGroup => ({
  kind,
  total,
  hits: keys.map((key) => ({ key, title: key }) as FoundHit),
});

const GROUPS = [group("matter", ["m1", "m2"]), group("knowledge", ["k1"], 23)];
const ROWS = rowGroups(GROUPS, "all").flatMap(({ rows }) => rows);

test("a group that shows only its first hits leads to the rest, unless it stands alone", () => {
  expect(ROWS.map(({ id }) => id)).toEqual(["matter:m1", "matter:m2", "knowledge:k1", "knowledge/rest"]);
  const alone = rowGroups([group("knowledge", ["k1"], 23)], "knowledge");
  expect(alone[0]?.rows.map(({ row }) => row)).toEqual(["hit"]);
  expect(limitOf("knowledge")).toBeGreaterThan(limitOf("all"));
  expect(rowGroups([group("case", [], 4)], "all")).toEqual([]);
});

test("arrows go over the bounds of groups, and round at the ends", () => {
  expect(movedTo(ROWS, null, "ArrowDown")).toBe("matter:m2");
  expect(movedTo(ROWS, "matter:m2", "ArrowDown")).toBe("knowledge:k1");
  expect(movedTo(ROWS, "knowledge:k1", "ArrowUp")).toBe("matter:m2");
  expect(movedTo(ROWS, "knowledge/rest", "ArrowDown")).toBe("matter:m1");
  expect(movedTo(ROWS, null, "ArrowUp")).toBe("knowledge/rest");
  expect(movedTo(ROWS, "knowledge:k1", "Home")).toBe("matter:m1");
  expect(movedTo(ROWS, null, "End")).toBe("knowledge/rest");
});

test("other keys move nothing, and nothing is moved among nothing", () => {
  expect(movedTo(ROWS, null, "a")).toBeNull();
  expect(movedTo([], null, "ArrowDown")).toBeNull();
});

test("a row stays the chosen one while it is found, else the best is", () => {
  expect(activeRow(ROWS, "knowledge:k1")?.id).toBe("knowledge:k1");
  expect(activeRow(ROWS, "case:gone")?.id).toBe("matter:m1");
  expect(activeRow([], null)).toBeNull();
});
