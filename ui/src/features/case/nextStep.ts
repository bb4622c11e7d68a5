import type { ActionKind, Rule, Stage, Status, Ticket, TicketView } from "@/generated/types";

/** What belongs to the pre-review has its own page; the case leads there. */
const REVIEW_KINDS = [
  "open_review",
  "receive_materials",
  "add_file",
  "remove_file",
  "judge_material",
  "issue_correction",
  "resubmit",
  "submit",
] as const satisfies ActionKind[];

/**
 * A step on the case: an action, or the way to the pre-review. What others propose is answered
 * where it stands.
 */
export type Step =
  | Exclude<ActionKind, (typeof REVIEW_KINDS)[number] | "register" | "answer_proposal">
  | "review";

/** The groups of the menu, in its order. */
export type StepGroup = "handle" | "together" | "supervise" | "other";

/** What the desk offers for a ticket now. */
export interface Steps {
  /** The one thing to do next; `null`: nothing for this person. */
  primary: Step | null;
  /** What else makes sense now, beside it. */
  beside: Step[];
  /** Everything else in groups, and what is barred by its rule. */
  rest: { group: StepGroup; can: Step[]; barred: Barred[] }[];
}

/** Steps that one rule bars together. */
export interface Barred {
  rule: Rule;
  steps: Step[];
}

const STAGES: Stage[] = ["consultation", "guidance", "assistance"];
/** Beside the primary button, so that the bar stays one line. */
const MOST_BESIDE = 3;

/** Sensible companions of each situation, in the order they are shown. */
const BESIDE: Record<Status, Step[]> = {
  unclaimed: ["assign"],
  working: ["answer_urging", "triage", "close", "review", "advance", "hand_off", "escalate", "urge", "assign", "take_over"],
  awaiting_signature: ["return", "urge", "take_over"],
  awaiting_opinion: ["answer_urging", "reply", "urge", "take_over"],
  awaiting_applicant: ["answer_urging", "reply", "close", "urge", "take_over"],
  suspended: ["answer_urging", "reply", "close", "urge", "take_over"],
  under_examination: ["answer_urging", "take_back", "review", "reply", "urge", "take_over"],
  closed: ["note"],
  settled: ["note"],
  merged: ["note"],
};

const MENU: Record<StepGroup, Step[]> = {
  handle: ["claim", "triage", "review", "close", "follow_up", "advance", "classify", "suspend", "resume", "take_back", "release"],
  together: ["sign_for", "return", "hand_off", "escalate", "opinion", "ask_assist", "answer_assist", "drop_assist", "take_over", "propose"],
  supervise: ["assign", "urge", "answer_urging", "allow_correction"],
  other: ["note", "link", "merge"],
};

/** Steps that mean something in one status only. */
const ONLY_IN: Partial<Record<Step, Status>> = {
  claim: "unclaimed",
  sign_for: "awaiting_signature",
  return: "awaiting_signature",
  opinion: "awaiting_opinion",
  resume: "suspended",
  take_back: "under_examination",
  follow_up: "closed",
};

/** Rules that say there is nothing left to do, nothing to do it to, or that it is others' work. */
const POINTLESS: ReadonlySet<Rule> = new Set<Rule>([
  "role_may_not",
  "not_receiver",
  "no_open_assist",
  "no_open_urging",
  "no_open_question",
  "no_review",
  "no_notice_yet",
  "stage_backwards",
  "already_triaged",
  "already_closed",
  "already_merged",
]);

/** The stages that lie ahead. */
export function stagesAhead(stage: Stage): Stage[] {
  return STAGES.slice(STAGES.indexOf(stage) + 1);
}

/** The rule that stands against `kind`; `null`: nothing does. */
export function ruleAgainst(view: TicketView, kind: ActionKind): Rule | null {
  const state = view.actions.find((action) => action.kind === kind);
  return state ? state.rule : "role_may_not";
}

/** The rule against a step. A pre-review that exists can always be looked at. */
export function ruleAgainstStep(view: TicketView, step: Step): Rule | null {
  if (step !== "review") return ruleAgainst(view, step);
  return view.ticket.review ? null : ruleAgainst(view, "open_review");
}

/** What the way to the pre-review is called: begun, gone on with, or only looked at. */
export function reviewStep(view: TicketView): "start" | "goOn" | "look" {
  if (!view.ticket.review) return "start";
  const mine = REVIEW_KINDS.some((kind) => ruleAgainst(view, kind) === null);
  return mine && view.ticket.review.submitted_at === null ? "goOn" : "look";
}

/** A consultant has answered and the citizen has not been told yet. */
function opinionToPassOn({ events }: TicketView): boolean {
  const last = (kind: ActionKind) => events.findLastIndex(({ event }) => event.action.do === kind);
  return last("opinion") > last("reply");
}

/** What the citizen is owed before anything else: an opinion, or a contact that is late. */
function replyIsUrgent(view: TicketView): boolean {
  const late = view.clocks.some(({ kind, urgency }) => kind === "contact" && urgency === "over");
  return late || opinionToPassOn(view);
}

function choosePrimary(view: TicketView, ticket: Ticket): Step | null {
  const may = (kind: ActionKind) => ruleAgainst(view, kind) === null;
  const first = (["sign_for", "opinion", "claim", "answer_assist", "resume", "follow_up"] as const).find(may);
  if (first) return first;
  if (may("reply") && replyIsUrgent(view)) return "reply";
  if (may("triage")) return "triage";
  if (may("reply") && ticket.first_reply_at === null) return "reply";
  if (may("answer_urging")) return "answer_urging";
  if (reviewIsNext(view, ticket)) return "review";
  // Whom the applicant keeps waiting has nothing to close yet, except a withdrawal.
  return may("close") && ticket.status !== "awaiting_applicant" ? "close" : null;
}

/** The materials come next once there is a matter to guide or help with. */
function reviewIsNext(view: TicketView, ticket: Ticket): boolean {
  if (ticket.review) return reviewStep(view) === "goOn";
  return ticket.matter !== null && ruleAgainst(view, "open_review") === null;
}

/** Chooses what stands in front of `me` from the ticket's state and what the rules allow. */
export function nextSteps(view: TicketView, me: string | null = null): Steps {
  const { ticket } = view;
  const may = (step: Step) =>
    ruleAgainstStep(view, step) === null &&
    hasObject(ticket, step, me) &&
    (step !== "advance" || stagesAhead(ticket.stage).length > 0);
  const primary = choosePrimary(view, ticket);
  const beside = BESIDE[ticket.status]
    .filter((step) => step !== primary && may(step))
    .slice(0, MOST_BESIDE);
  const left = (step: Step) => step !== primary && !beside.includes(step) && !isPointless(view, step, me);
  const rest = (Object.keys(MENU) as StepGroup[])
    .map((group) => ({ group, ...sorted(view, MENU[group].filter(left)) }))
    .filter(({ can, barred }) => can.length + barred.length > 0);
  return { primary, beside, rest };
}

function isPointless(view: TicketView, step: Step, me: string | null): boolean {
  const only = ONLY_IN[step];
  if (only !== undefined && only !== view.ticket.status) return true;
  if (!hasObject(view.ticket, step, me)) return true;
  const rule = ruleAgainstStep(view, step);
  return rule !== null && POINTLESS.has(rule);
}

/** Whether there is something to answer or to let go, and somebody else to take over from. */
function hasObject({ assists, urgings, holder }: Ticket, step: Step, me: string | null): boolean {
  if (step === "take_over" || step === "propose") return holder !== null && me !== null && holder !== me;
  if (step === "answer_urging") return urgings.some(({ answer }) => answer === null);
  const ofAssist = step === "answer_assist" || step === "drop_assist";
  return !ofAssist || assists.some(({ end }) => end === null);
}

/** What can be done, then what cannot: a rule is told once, however much it bars. */
function sorted(view: TicketView, steps: Step[]): { can: Step[]; barred: Barred[] } {
  const can: Step[] = [];
  const barred: Barred[] = [];
  for (const step of steps) {
    const rule = ruleAgainstStep(view, step);
    const same = barred.find((one) => one.rule === rule);
    if (rule === null) can.push(step);
    else if (same) same.steps.push(step);
    else barred.push({ rule, steps: [step] });
  }
  return { can, barred };
}
