import { expect, test } from "vitest";

import type { Material, Matter } from "@/generated/types";

import { materialsFor } from "./materialsFor";

const material = (id: string, situations: string[]) => ({ id, situations }) as Material;
const matter = {
  materials: [material("id-card", []), material("permit", ["outsider"]), material("birth", ["newborn"])],
} as Matter;

const ids = (situation: string | null) => materialsFor(matter, situation).map(({ id }) => id);

test("a situation asks for its own materials and for those that everyone brings", () => {
  expect(ids("outsider")).toEqual(["id-card", "permit"]);
});

test("without a situation nothing is hidden, because a missing paper costs a second visit", () => {
  expect(ids(null)).toEqual(["id-card", "permit", "birth"]);
});
