import { expect, test } from "vitest";

import type { Action, ActionKind, Proposal, Rule, TicketView } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { decision, openProposals, proposedDetails, wasUnderWay } from "./proposed";

const reply: Action = { do: "reply", text: "请带户口簿来", via: "phone" };

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  id: "1", by: "he", at: 1_000_000, written_at: 1_000_000, action: reply, note: "", end: null, ...more,
});

function view(holder: string | null, rules: Partial<Record<ActionKind, Rule | null>>): TicketView {
  const actions = Object.entries(rules).map(([kind, rule]) => ({ kind, rule }));
  const items = [{ material: "m1", name: "户口簿", files: [{ file: { sha256: "ab", name: "户口簿.jpg" } }] }];
  return {
    ticket: { holder, proposals: [], review: { items } },
    actions,
    related: [{ id: "t2", number: "SW2026-0002", subject: "并案" }],
  } as unknown as TicketView;
}

const MAY = { answer_proposal: null, reply: null } as const;

test("the holder decides, and nobody else while there is one", () => {
  expect(decision(view("chen", MAY), proposal(), "chen")).toEqual({ decides: true, rule: null });
  // The first responder may answer by the rules, but the holder is there to do it.
  expect(decision(view("chen", MAY), proposal(), "lin").decides).toBe(false);
  expect(decision(view("chen", { ...MAY, answer_proposal: "not_holder" }), proposal(), "chen").decides).toBe(false);
});

test("where nobody holds the case its keeper can still decline", () => {
  const barred = view(null, { answer_proposal: null, reply: "not_holder" });
  expect(decision(barred, proposal(), "lin")).toEqual({ decides: true, rule: "not_holder" });
});

test("a step that the rules forbid now can only be declined, and says by which rule", () => {
  const suspended = view("chen", { answer_proposal: null, reply: "suspended" });
  expect(decision(suspended, proposal(), "chen")).toEqual({ decides: true, rule: "suspended" });
});

test("work of an offline station tells when it was written; a proposal at the desk does not", () => {
  expect(wasUnderWay(proposal({ at: 9_000_000 }))).toBe(true);
  expect(wasUnderWay(proposal({ at: 1_030_000 }))).toBe(false);
});

test("what was decided on waits no longer", () => {
  const ended = proposal({ id: "2", end: { taken: true, note: "", by: "chen", at: 2 } });
  const shown = view("chen", MAY);
  shown.ticket.proposals = [proposal(), ended];
  expect(openProposals(shown).map(({ id }) => id)).toEqual(["1"]);
});

test.each<[Action, string[]]>([
  [{ do: "add_file", material: "m1", file: { sha256: "cd", name: "出生证.pdf", media: "application/pdf", bytes: 2048 } }, ["文件：出生证.pdf（2 KB）"]],
  [{ do: "remove_file", material: "m1", sha256: "ab", reason: "错" }, ["文件：户口簿.jpg"]],
  [{ do: "close", outcome: "completed", feedback: "办好", via: "counter" }, ["反馈方式：当面"]],
  [{ do: "receive_materials", received: [{ material: "m1", paper: { originals: 1, copies: 2 } }] }, ["户口簿·原件 1·复印件 2"]],
  [{ do: "merge", into: "t2", reason: "同一件事" }, ["SW2026-0002"]],
  [{ do: "merge", into: "elsewhere", reason: "同一件事" }, []],
  [reply, []],
])("the one who decides sees what the words leave out: %j", (action, lines) => {
  expect(proposedDetails(zhCN, view("chen", MAY), action)).toEqual(lines);
});
