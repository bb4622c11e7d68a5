import { expect, test } from "vitest";

import type { Action, ActionKind, EventView, Ticket, TicketView } from "@/generated/types";

import { nextSteps, ruleAgainst, stagesAhead } from "./nextStep";

const said = (action: Action): EventView => ({
  event: { id: "e", ticket: "t", version: 1, actor: "p", at: 0, device_at: 0, action },
  actor: { name: "陈丽", role: "service", organisation: "石湾" },
  provisional: false,
});

function view(
  allowed: ActionKind[],
  ticket: Partial<Ticket>,
  events: EventView[] = [],
): TicketView {
  const kinds: ActionKind[] = ["claim", "reply", "note", "advance", "hand_off", "sign_for", "return", "escalate", "opinion", "close", "release"];
  const actions = kinds.map((kind) => ({
    kind,
    rule: allowed.includes(kind) ? null : ("not_holder" as const),
  }));
  const base = { stage: "consultation", status: "working", first_reply_at: null } as Ticket;
  return {
    ticket: { ...base, ...ticket },
    clocks: [],
    events,
    actions,
    people: {},
    organisations: {},
    pending: 0,
  };
}

const HOLDER: ActionKind[] = ["reply", "note", "advance", "hand_off", "escalate", "close", "release"];

test("an unclaimed ticket asks to be claimed", () => {
  expect(nextSteps(view(["claim", "note"], { status: "unclaimed" })).primary).toBe("claim");
});

test("the citizen is answered before anything else, because the contact clock runs", () => {
  expect(nextSteps(view(HOLDER, {})).primary).toBe("reply");
});

test("once answered, the ticket wants to be closed, and may go on instead", () => {
  const steps = nextSteps(view(HOLDER, { first_reply_at: 1 }));
  expect(steps.primary).toBe("close");
  expect(steps.beside).toEqual(["advance", "hand_off", "escalate"]);
});

test("a consultant's opinion is passed on to the citizen first", () => {
  const events = [
    said({ do: "reply", text: "", via: "phone" }),
    said({ do: "opinion", text: "" }),
  ];
  expect(nextSteps(view(HOLDER, { first_reply_at: 1 }, events)).primary).toBe("reply");
});

test("a receiver signs or returns, and nothing else stands in front", () => {
  const steps = nextSteps(view(["sign_for", "return", "note"], { status: "awaiting_signature" }));
  expect(steps.primary).toBe("sign_for");
  expect(steps.beside).toEqual(["return"]);
});

test("who only looks on gets no primary button, and every action with its rule", () => {
  const steps = nextSteps(view(["note"], {}));
  expect(steps.primary).toBeNull();
  expect(steps.rest).toContain("note");
  expect(ruleAgainst(view(["note"], {}), "close")).toBe("not_holder");
});

test("from assistance there is no further stage to move to", () => {
  expect(stagesAhead("assistance")).toEqual([]);
  const steps = nextSteps(view(HOLDER, { stage: "assistance", first_reply_at: 1 }));
  expect(steps.beside).not.toContain("advance");
});
