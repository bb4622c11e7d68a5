import { expect, test } from "vitest";

import type { CourierFile, Link } from "@/generated/types";

import { found } from "./found";

const file = (more: Partial<CourierFile>): CourierFile =>
  ({ kind: "up", can: "carry", mine: false, known: true, ...more }) as CourierFile;

test.each<[string, Partial<CourierFile>, Link, string]>([
  ["somebody's bundle is handed over, with a line or without", {}, "offline", "carry"],
  ["one's own goes to a desk that is online", { mine: true }, "offline", "carry_mine"],
  ["one's own is not needed where there is a line", { mine: true }, "online", "carry_mine_online"],
  ["an answer for this account is read, also without a line", { kind: "back", can: "import", mine: true }, "offline", "import"],
  ["an answer for somebody else is taken on", { kind: "back", can: "bring_on" }, "online", "bring_on"],
  ["an answer of a platform nobody here knows is not read", { kind: "back", can: "import", known: false }, "online", "unknown"],
])("%s", (_why, what, link, expected) => {
  expect(found(file(what), link)).toBe(expected);
});
