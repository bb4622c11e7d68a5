import { expect, test } from "vitest";

import type { CourierFile, CourierFound } from "@/generated/types";

import { lyingOrder, usualStep } from "./lying";

const found = (file: string, over: Partial<CourierFile> | null): CourierFound => ({
  path: `/media/stick/${file}`,
  file,
  stick: "stick",
  seen: over && {
    kind: "up",
    number: 1,
    part: null,
    station: "3F9A01",
    written_at: 1_000,
    mine: false,
    known: true,
    outcome: null,
    taken_at: null,
    imported_at: null,
    carried_at: null,
    can: "carry",
    ...over,
  },
  fault: over ? null : "courier_cut_short",
});

test("the usual step is what has not been done yet, and none with what is for others or damaged", () => {
  expect(usualStep(found("answer", { kind: "back", can: "import", mine: true }))).toBe("import");
  expect(usualStep(found("read", { kind: "back", can: "import", mine: true, imported_at: 5 }))).toBeNull();
  expect(usualStep(found("foreign", { kind: "back", can: "import", mine: true, known: false }))).toBeNull();
  expect(usualStep(found("bundle", {}))).toBe("carry");
  expect(usualStep(found("carried", { carried_at: 5 }))).toBeNull();
  expect(usualStep(found("own", { mine: true }))).toBeNull();
  expect(usualStep(found("others", { kind: "back", can: "bring_on" }))).toBeNull();
  expect(usualStep(found("volume, which goes along with its bundle", { kind: "files", part: [1, 2] }))).toBeNull();
  expect(usualStep(found("damaged", null))).toBeNull();
});

test("answers to read come before bundles to hand over, and those before what is done; newest first", () => {
  const files = [
    found("damaged", null),
    found("carried", { carried_at: 5, written_at: 9_000 }),
    found("old bundle", { written_at: 1_000 }),
    found("bundle", { written_at: 2_000 }),
    found("answer", { kind: "back", can: "import", mine: true, written_at: 500 }),
  ];
  expect(lyingOrder(files).map(({ file }) => file)).toEqual(["answer", "bundle", "old bundle", "carried", "damaged"]);
});
