import { expect, test } from "vitest";

import type { KnowledgeRule, MayStep, QuestionStepKind } from "@/generated/types";

import { stepsOf, waitingStage } from "./steps";

const KINDS: QuestionStepKind[] = ["ask", "ask_too", "submit", "send_back", "publish", "point", "decline"];
const may = (rules: Partial<Record<QuestionStepKind, KnowledgeRule>>): MayStep[] =>
  KINDS.map((kind) => ({ kind, rule: rules[kind] ?? null }));

test("a draft that waits is first of all published", () => {
  expect(stepsOf("submitted", may({ ask: "question_already_raised" })).can[0]).toBe("publish");
});

test("a rule is told once, however much it forbids", () => {
  const role = "knowledge_role_may_not" as const;
  const found = stepsOf("open", may({ submit: role, point: role, decline: role, send_back: role, publish: role, ask_too: "asked_already" }));
  expect(found.can).toEqual([]);
  expect(found.barred.map(({ rule, kinds }) => [rule, kinds.length])).toEqual([
    ["asked_already", 1],
    [role, 5],
  ]);
});

test("nothing can be done about what has ended", () => {
  expect(stepsOf("ended", may({}))).toEqual({ can: [], barred: [] });
});

test("consultants have drafts to write, managers have drafts to publish", () => {
  expect([waitingStage("consultant"), waitingStage("management"), waitingStage("village"), waitingStage(undefined)]).toEqual([
    "open",
    "submitted",
    null,
    null,
  ]);
});
