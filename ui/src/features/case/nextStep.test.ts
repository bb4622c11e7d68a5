import { expect, test } from "vitest";

import type { Action, ActionKind, ClockView, EventView, MatterRef, Review, Rule, Status, Ticket, TicketView } from "@/generated/types";

import { nextSteps, reviewStep, ruleAgainst, stagesAhead, type Step, type Steps } from "./nextStep";

const said = (action: Action): EventView => ({
  event: { id: "e", ticket: "t", version: 1, actor: "p", at: 0, device_at: 0, action },
  actor: { name: "陈丽", role: "service", organisation: "石湾" },
  provisional: false,
});

const KINDS: ActionKind[] = [
  "claim", "release", "triage", "classify", "reply", "note", "advance", "open_review", "receive_materials",
  "add_file", "remove_file", "judge_material", "allow_correction", "issue_correction", "resubmit", "submit",
  "take_back", "hand_off", "assign", "sign_for", "return", "escalate", "opinion", "ask_assist", "answer_assist",
  "drop_assist", "urge", "answer_urging", "suspend", "resume", "link", "merge", "close", "follow_up",
  "take_over", "propose", "answer_proposal",
];

function view(
  allowed: ActionKind[],
  ticket: Partial<Ticket>,
  more: { events?: EventView[]; clocks?: Partial<ClockView>[]; rules?: Partial<Record<ActionKind, Rule>> } = {},
): TicketView {
  const actions = KINDS.map((kind) => ({
    kind,
    rule: allowed.includes(kind) ? null : (more.rules?.[kind] ?? ("not_holder" as const)),
  }));
  const base = { stage: "consultation", status: "working", first_reply_at: null, review: null, matter: null, assists: [], urgings: [] };
  return {
    ticket: { ...base, ...ticket } as Ticket,
    clocks: (more.clocks ?? []) as ClockView[],
    events: more.events ?? [],
    actions,
    people: {},
    organisations: {},
    related: [],
    pending: 0,
  };
}

const HOLDER: ActionKind[] = ["reply", "note", "advance", "hand_off", "escalate", "close", "release", "classify", "ask_assist", "suspend", "link", "merge"];
const matter = { id: "m", name: "新生儿参保" } as MatterRef;
const review = { items: [], submitted_at: null } as unknown as Review;
const submitted = { items: [], submitted_at: 1 } as unknown as Review;
const told = { first_reply_at: 1 };
const all = ({ rest }: Steps) =>
  rest.flatMap(({ can, barred }) => [...can, ...barred.flatMap(({ steps }) => steps)]);

test.each<[string, ActionKind[], Partial<Ticket>, Step | null, Step[]]>([
  ["unclaimed: it is claimed", ["claim", "note"], { status: "unclaimed" }, "claim", []],
  ["unclaimed, seen by a manager: it may be assigned", ["assign", "urge", "note"], { status: "unclaimed" }, null, ["assign"]],
  ["claimed: triage decides first what becomes of it", [...HOLDER, "triage"], {}, "triage", ["close", "advance", "hand_off"]],
  ["triaged, not answered: the contact clock runs", HOLDER, {}, "reply", ["close", "advance", "hand_off"]],
  ["answered: it wants to be closed, and may go on instead", HOLDER, told, "close", ["advance", "hand_off", "escalate"]],
  ["an urging is answered before the case goes on", [...HOLDER, "answer_urging"], told, "answer_urging", ["close", "advance", "hand_off"]],
  ["guidance with a matter: the materials come next", [...HOLDER, "open_review"], { ...told, stage: "guidance", matter }, "review", ["close", "advance", "hand_off"]],
  ["guidance without a matter: there is nothing to review", [...HOLDER, "open_review"], { ...told, stage: "guidance" }, "close", ["review", "advance", "hand_off"]],
  ["pre-review under way: it goes on", [...HOLDER, "judge_material"], { ...told, stage: "assistance", matter, review }, "review", ["close", "hand_off", "escalate"]],
  ["awaiting a signature: the receiver signs or returns", ["sign_for", "return", "note"], { status: "awaiting_signature" }, "sign_for", ["return"]],
  ["assigned: the receiver can only sign", ["sign_for", "note"], { status: "awaiting_signature" }, "sign_for", []],
  ["awaiting an opinion: the consultant gives it", ["opinion", "note"], { status: "awaiting_opinion" }, "opinion", []],
  ["awaiting an opinion: the holder may go on talking", ["reply", "note"], { status: "awaiting_opinion", ...told }, null, ["reply"]],
  ["awaiting corrections: what comes in is taken on the review", ["reply", "resubmit", "close"], { status: "awaiting_applicant", review, ...told }, "review", ["reply", "close"]],
  ["suspended: it is resumed", ["resume", "reply", "close"], { status: "suspended", ...told }, "resume", ["reply", "close"]],
  ["under examination: the result closes it, or it comes back", ["close", "take_back", "reply", "judge_material"], { status: "under_examination", review: submitted, ...told }, "close", ["take_back", "review", "reply"]],
  ["an assisting unit answers what it was asked", ["answer_assist", "note"], told, "answer_assist", []],
  ["closed: the citizen is asked what came of it", ["follow_up", "note"], { status: "closed" }, "follow_up", ["note"]],
  ["closed, seen by others: nothing stands in front", ["note"], { status: "closed" }, null, ["note"]],
  ["settled: only a note is left", ["note"], { status: "settled" }, null, ["note"]],
  ["merged: only a note is left", ["note"], { status: "merged" }, null, ["note"]],
])("%s", (_why, allowed, ticket, primary, beside) => {
  const steps = nextSteps(view(allowed, ticket));
  expect(steps.primary).toBe(primary);
  expect(steps.beside).toEqual(beside);
});

test("a contact that is late is made before the case is sorted", () => {
  const late = { clocks: [{ kind: "contact", urgency: "over" }] } as const;
  expect(nextSteps(view([...HOLDER, "triage"], {}, { clocks: [...late.clocks] })).primary).toBe("reply");
});

test("a consultant's opinion is passed on to the citizen first", () => {
  const events = [said({ do: "reply", text: "", via: "phone" }), said({ do: "opinion", text: "" })];
  expect(nextSteps(view([...HOLDER, "triage"], told, { events })).primary).toBe("reply");
});

test("nothing that belongs on the light table is ever listed on the case", () => {
  const steps = nextSteps(view(KINDS, { stage: "assistance", matter, review, ...told }));
  const shown = [steps.primary, ...steps.beside, ...all(steps)];
  for (const kind of ["add_file", "remove_file", "judge_material", "receive_materials", "open_review", "issue_correction", "resubmit", "submit"]) {
    expect(shown).not.toContain(kind);
  }
  expect(shown.filter((step) => step === "review")).toHaveLength(1);
});

test("every step stands in one place only", () => {
  for (const status of ["unclaimed", "working", "suspended", "closed"] satisfies Status[]) {
    const steps = nextSteps(view(KINDS, { status, ...told }));
    const shown = [steps.primary, ...steps.beside, ...all(steps)].filter(Boolean);
    expect(new Set(shown).size, status).toBe(shown.length);
  }
});

test("who only looks on gets no primary button; one rule is told once for all it bars", () => {
  const steps = nextSteps(view(["note"], {}, { rules: { urge: "role_may_not" } }));
  expect(steps.primary).toBeNull();
  expect(all(steps), "a manager's work").not.toContain("urge");
  expect(all(steps), "nobody has urged").not.toContain("answer_urging");
  const other = steps.rest.find(({ group }) => group === "other");
  expect(other?.can).toEqual(["note"]);
  expect(other?.barred).toEqual([{ rule: "not_holder", steps: ["link", "merge"] }]);
  expect(ruleAgainst(view(["note"], {}), "close")).toBe("not_holder");
});

test("a step that fits another status only is not listed as barred", () => {
  const steps = nextSteps(view(HOLDER, told));
  for (const step of ["resume", "take_back", "follow_up", "claim", "sign_for", "return", "opinion"]) {
    expect(all(steps)).not.toContain(step);
  }
});

test("after the end there is no list of what one might have done", () => {
  const rules = Object.fromEntries(KINDS.map((kind) => [kind, "already_closed"]));
  const steps = nextSteps(view(["note"], { status: "settled" }, { rules }));
  expect(all(steps)).toEqual([]);
});

test("a pre-review is begun, gone on with, or only looked at", () => {
  expect(reviewStep(view(["open_review"], {}))).toBe("start");
  expect(reviewStep(view(["judge_material"], { review }))).toBe("goOn");
  expect(reviewStep(view(["judge_material"], { review: submitted }))).toBe("look");
  expect(reviewStep(view(["note"], { review }))).toBe("look");
});

test("from assistance there is no further stage to move to", () => {
  expect(stagesAhead("assistance")).toEqual([]);
  const steps = nextSteps(view(HOLDER, { stage: "assistance", first_reply_at: 1 }));
  expect(steps.beside).not.toContain("advance");
});

test("once the lease is over a colleague sees the way to take over at once", () => {
  const seen = view(["take_over", "propose", "note"], { holder: "he" });
  const steps = nextSteps(seen, "lin");
  expect(steps.primary).toBeNull();
  expect(steps.beside).toEqual(["take_over"]);
  expect(all(steps)).toContain("propose");
});

test("while the lease runs taking over is barred with its rule", () => {
  const seen = view(["propose", "note"], { holder: "he" }, { rules: { take_over: "lease_runs" } });
  const together = nextSteps(seen, "lin").rest.find(({ group }) => group === "together");
  expect(together?.barred).toContainEqual({ rule: "lease_runs", steps: ["take_over"] });
});

test("nobody takes over from themselves or proposes to themselves, nor where nobody holds the case", () => {
  const mine = nextSteps(view([...HOLDER, "take_over", "propose"], { ...told, holder: "lin" }), "lin");
  const free = nextSteps(view(["claim", "take_over", "propose"], { status: "unclaimed", holder: null }), "lin");
  for (const steps of [mine, free]) {
    const shown = [steps.primary, ...steps.beside, ...all(steps)];
    expect(shown).not.toContain("take_over");
    expect(shown).not.toContain("propose");
  }
});

test("a proposal is answered where it stands, not from the menu", () => {
  const steps = nextSteps(view(KINDS, { ...told, holder: "he" }), "lin");
  expect([steps.primary, ...steps.beside, ...all(steps)]).not.toContain("answer_proposal");
});
