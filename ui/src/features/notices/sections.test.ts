import { expect, test } from "vitest";

import type { Notice, NoticeKind } from "@/generated/types";

import { inSection, unreadIn } from "./sections";

const notice = (kind: NoticeKind, read_at: number | null = null) => ({ kind, read_at }) as Notice;
const all = [notice("clock_breach"), notice("urged", 1), notice("clock_warning", 1), notice("returned")];

test("time limits stand apart, so that a breach is not lost among the traffic", () => {
  expect(inSection(all, "clocks").map(({ kind }) => kind)).toEqual(["clock_breach", "clock_warning"]);
  expect(inSection(all, "others").map(({ kind }) => kind)).toEqual(["urged", "returned"]);
  expect(inSection(all, "all")).toHaveLength(4);
});

test("each section counts its own unread ones", () => {
  expect(unreadIn(all, "clocks")).toBe(1);
  expect(unreadIn(all, "all")).toBe(2);
});
