import type {
  ActionKind,
  ClockKind,
  ClockView,
  Correction,
  Review,
  Rule,
  TicketView,
} from "@/generated/types";

import { defectsOf, progressOf } from "./lines";

/** The rule that stands against `kind`; `null`: nothing does. */
export function ruleAgainst(view: TicketView, kind: ActionKind): Rule | null {
  const state = view.actions.find((action) => action.kind === kind);
  return state ? state.rule : "role_may_not";
}

/** The running clock of a kind. */
export function clockOf(view: TicketView, kind: ClockKind, reference: string | null = null): ClockView | null {
  return view.clocks.find((clock) => clock.kind === kind && clock.reference === reference) ?? null;
}

/** The notice the applicant has not answered yet. */
export function openCorrection(review: Review): Correction | null {
  const last = review.corrections.at(-1);
  return last && last.answered_at === null ? last : null;
}

/** What the progress leads to. */
export type Lead = "judge" | "correct" | "submit" | "wait" | "examined" | "over" | "paused";

/** Where the review stands, whoever looks at it. */
export function leadOf(view: TicketView, review: Review): Lead {
  switch (view.ticket.status) {
    case "closed":
    case "settled":
    case "merged":
      return "over";
    case "awaiting_applicant":
      return "wait";
    case "under_examination":
      return "examined";
    case "suspended":
    case "awaiting_signature":
    case "awaiting_opinion":
    case "unclaimed":
      return "paused";
    case "working": {
      const { done, all } = progressOf(review);
      if (done < all) return "judge";
      return defectsOf(review).length > 0 ? "correct" : "submit";
    }
  }
}

/** Which notice the next one would be, from 1. */
export function nextOrdinal(review: Review): number {
  return review.corrections.length + 1;
}

/** Whether the next notice waits for a manager's leave. */
export function needsLeave(review: Review): boolean {
  return review.corrections.length > 0 && review.leave === null && defectsOf(review).length > 0;
}
