import type { ActionKind, Rule, Stage, Status, Ticket, TicketView } from "@/generated/types";

/** What the desk offers for a ticket now. */
export interface Steps {
  /** The one thing to do next; `null`: nothing for this person. */
  primary: ActionKind | null;
  /** What else makes sense now, beside it. */
  beside: ActionKind[];
  /** Everything else, allowed or not. */
  rest: ActionKind[];
}

const STAGES: Stage[] = ["consultation", "guidance", "assistance"];

/** Sensible companions of each situation, in the order they are shown. */
const BESIDE: Record<Status, ActionKind[]> = {
  unclaimed: [],
  working: ["close", "advance", "hand_off", "escalate"],
  awaiting_signature: ["return"],
  awaiting_opinion: ["reply"],
  closed: ["note"],
};

/** In the order of the menu. */
const MENU: ActionKind[] = [
  "claim",
  "sign_for",
  "return",
  "opinion",
  "close",
  "advance",
  "hand_off",
  "escalate",
  "note",
  "release",
];

/** The stages that lie ahead. */
export function stagesAhead(stage: Stage): Stage[] {
  return STAGES.slice(STAGES.indexOf(stage) + 1);
}

/** The rule that stands against `kind`; `null`: nothing does. */
export function ruleAgainst(view: TicketView, kind: ActionKind): Rule | null {
  const state = view.actions.find((action) => action.kind === kind);
  return state ? state.rule : "role_may_not";
}

/** A consultant has answered and the citizen has not been told yet. */
function opinionToPassOn({ events }: TicketView): boolean {
  const last = (kind: ActionKind) => events.findLastIndex(({ event }) => event.action.do === kind);
  return last("opinion") > last("reply");
}

function choosePrimary(view: TicketView, ticket: Ticket): ActionKind | null {
  const may = (kind: ActionKind) => ruleAgainst(view, kind) === null;
  if (may("sign_for")) return "sign_for";
  if (may("opinion")) return "opinion";
  if (may("claim")) return "claim";
  const owed = ticket.first_reply_at === null || opinionToPassOn(view);
  if (owed && may("reply")) return "reply";
  return may("close") ? "close" : null;
}

/** Chooses what stands in front from the ticket's state and what the rules allow. */
export function nextSteps(view: TicketView): Steps {
  const { ticket } = view;
  const may = (kind: ActionKind) =>
    ruleAgainst(view, kind) === null &&
    (kind !== "advance" || stagesAhead(ticket.stage).length > 0);
  const primary = choosePrimary(view, ticket);
  const beside = BESIDE[ticket.status]
    .filter((kind) => kind !== primary && may(kind))
    .slice(0, 3);
  const rest = MENU.filter((kind) => kind !== primary && !beside.includes(kind));
  return { primary, beside, rest };
}
