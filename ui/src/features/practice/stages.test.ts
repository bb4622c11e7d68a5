import { expect, test } from "vitest";

import type { MaterialVerdict, SampleCase, TrialRun } from "@/generated/types";

import { isDone, nextStage, objections, reasonsOf, toggled, undone } from "./stages";

const EMPTY: TrialRun = {
  devices: [],
  called_at: null,
  response: null,
  identified: null,
  judgements: [],
  told: [],
  concluded: null,
  invited: null,
};

const sample = { materials: ["form", "id", "lease"].map((id) => ({ guide: { id } })) } as unknown as SampleCase;
const judged = (material: string, verdict: MaterialVerdict) => ({ material, verdict, at: 0 });
const fixing = (defect: string): MaterialVerdict => ({ verdict: "needs_fixing", defect, fix: "" });

test("a run goes on where it was left", () => {
  expect(nextStage(EMPTY)).toBe("devices");
  expect(nextStage({ ...EMPTY, called_at: 1 })).toBe("identity");
  const identified = { acts_as: "themselves", faults: [], at: 2 } as const;
  expect(nextStage({ ...EMPTY, called_at: 1, identified: { ...identified, faults: [] } })).toBe("handling");
  expect(isDone(EMPTY, "evaluation")).toBe(false);
});

test("what is not done is named before a run is handed in", () => {
  expect(undone(EMPTY, sample).map(({ what }) => what)).toEqual([
    "call",
    "response",
    "identity",
    "review",
    "conclusion",
    "evaluation",
  ]);
  const one = { ...EMPTY, judgements: [judged("form", { verdict: "meets" })] };
  expect(undone(one, sample)).toContainEqual({ what: "review", count: 2 });
});

test("who was sent to the right office needs no review", () => {
  const concluded = { conclusion: { conclusion: "elsewhere", office: "a" } as const, at: 5 };
  expect(undone({ ...EMPTY, concluded }, sample).map(({ what }) => what)).not.toContain("review");
});

test("the notice lists what was found, in the order of the papers", () => {
  const judgements = [
    judged("lease", fixing("租期已届满")),
    judged("id", { verdict: "meets" }),
    judged("form", { verdict: "missing", fix: "" }),
  ];
  expect(objections({ ...EMPTY, judgements }, sample)).toEqual(["form", "lease"]);
});

test("reasons are added and taken out without losing the others", () => {
  const catalogue = ["未备案", "已届满", "不是本人"];
  expect(toggled([], "已届满", catalogue)).toBe("已届满");
  expect(toggled(["已届满"], "未备案", catalogue)).toBe("未备案；已届满");
  expect(toggled(["未备案", "已届满"], "未备案", catalogue)).toBe("已届满");
  expect(reasonsOf(fixing("未备案；已届满"))).toEqual(["未备案", "已届满"]);
  expect(reasonsOf(fixing(""))).toEqual([]);
  expect(reasonsOf({ verdict: "meets" })).toEqual([]);
});
