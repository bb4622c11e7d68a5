import type { Action } from "@/generated/types";
import type { Words } from "@/i18n";

/** What a person did, as the rest of a sentence that begins with them. */
export function didWords(w: Words, action: Action): string {
  const { did } = w.sync;
  switch (action.do) {
    case "reply":
      return did.reply(w.enums.via[action.via]);
    case "advance":
      return did.advance(w.enums.stage[action.to]);
    case "escalate":
      return did.escalate(action.due_days);
    case "close":
      return did.close(w.enums.outcome[action.outcome]);
    default:
      return did[action.do];
  }
}

/** What the person wrote with it; empty where there is nothing to read. */
export function writtenText(action: Action): string {
  switch (action.do) {
    case "register":
      return action.request;
    case "reply":
    case "note":
    case "opinion":
      return action.text;
    case "advance":
    case "hand_off":
      return action.note;
    case "release":
    case "return":
      return action.reason;
    case "escalate":
      return action.question;
    case "close":
      return action.feedback;
    case "claim":
    case "sign_for":
      return "";
  }
}
