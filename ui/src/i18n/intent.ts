import type { Action, Intent } from "@/generated/types";

import type { Words } from "./words";

/** The action on a ticket, or null for a step of a knowledge question. */
export function ticketAction(intent: Intent): Action | null {
  return "do" in intent ? intent : null;
}

/** What an action or a step is called. */
export function intentName(w: Words, intent: Intent): string {
  return "do" in intent ? w.enums.action[intent.do] : w.enums.questionStep[intent.step];
}
