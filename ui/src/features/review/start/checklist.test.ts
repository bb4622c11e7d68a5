import { expect, it } from "vitest";

import type { Material, Matter } from "@/generated/types";

import { checklistFor, standsAgainst } from "./checklist";

const material = (id: string, situations: string[]) => ({ id, situations }) as unknown as Material;
const matter = {
  materials: [material("all", []), material("new", ["new"]), material("lost", ["lost"])],
} as unknown as Matter;

it("the list is what the rule book will build, not everything the guide has", () => {
  const ids = (situation: string | null) => checklistFor(matter, situation).map(({ id }) => id);
  expect(ids("new")).toEqual(["all", "new"]);
  expect(ids(null), "without a situation only what all of them need").toEqual(["all"]);
});

it("a matter that is suspended, cancelled or not yet in force says so", () => {
  const today = "2026-11-22";
  expect(standsAgainst({ state: "suspended", effective_from: null }, today)).toBe("suspended");
  expect(standsAgainst({ state: "cancelled", effective_from: "2030-01-01" }, today)).toBe("cancelled");
  expect(standsAgainst({ state: "in_use", effective_from: "2026-11-23" }, today)).toBe("not_yet");
  expect(standsAgainst({ state: "in_use", effective_from: "2026-11-22" }, today)).toBeNull();
});
