import type { KnowledgeRule, MayStep, QuestionStage, QuestionStepKind, Role } from "@/generated/types";

/** Steps that one takes on a question, the most telling first. */
const ORDER: Record<QuestionStage, readonly QuestionStepKind[]> = {
  open: ["submit", "point", "ask_too", "decline", "send_back", "publish"],
  submitted: ["publish", "send_back", "submit", "point", "ask_too", "decline"],
  ended: [],
};

/** Steps that a rule forbids. */
export interface Barred {
  rule: KnowledgeRule;
  kinds: QuestionStepKind[];
}

/** What may be done now, and what is forbidden by which rule; a rule is told once. */
export function stepsOf(stage: QuestionStage, may: readonly MayStep[]): { can: QuestionStepKind[]; barred: Barred[] } {
  const can: QuestionStepKind[] = [];
  const barred: Barred[] = [];
  for (const kind of ORDER[stage]) {
    const rule = may.find((one) => one.kind === kind)?.rule;
    if (rule === undefined) continue;
    const same = barred.find((one) => one.rule === rule);
    if (rule === null) can.push(kind);
    else if (same) same.kinds.push(kind);
    else barred.push({ rule, kinds: [kind] });
  }
  // What belongs to other roles is told last: nothing can be done about it.
  const ofRole = (one: Barred) => Number(one.rule === "knowledge_role_may_not");
  return { can, barred: barred.sort((one, other) => ofRole(one) - ofRole(other)) };
}

/** The stage that waits for a role; `null`: none does. */
export function waitingStage(role: Role | undefined): "open" | "submitted" | null {
  if (role === "consultant") return "open";
  return role === "management" ? "submitted" : null;
}
