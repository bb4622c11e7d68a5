import type { Action, TicketView } from "@/generated/types";
import type { Words } from "@/i18n";

/** The name of a person the ticket mentions. */
export function personWords(view: TicketView, id: string | null): string {
  return id === null ? "" : (view.people[id]?.name ?? "");
}

/** The short name of an organisation the ticket mentions. */
export function placeWords(view: TicketView, id: string): string {
  return view.organisations[id] ?? id;
}

/** A person with their place, or the place alone where nobody is named. */
export function receiverWords(view: TicketView, staff: string | null, organisation: string): string {
  const place = placeWords(view, organisation);
  const name = personWords(view, staff);
  return name ? `${place} ${name}` : place;
}

/** What was done, as the rest of a sentence that begins with a name. */
export function saidWords(w: Words, view: TicketView, action: Action): string {
  const said = w.ticket.timeline.said;
  switch (action.do) {
    case "reply":
      return said.reply(w.enums.via[action.via]);
    case "advance":
      return said.advance(w.enums.stage[action.to]);
    case "hand_off":
      return said.hand_off(receiverWords(view, action.to_staff, action.to_organisation));
    case "escalate":
      return said.escalate(personWords(view, action.consultant), action.due_days);
    case "close":
      return said.close(w.enums.outcome[action.outcome]);
    default:
      return said[action.do];
  }
}

/** What the person wrote with it; empty where there is nothing to read. */
export function writtenText(action: Action): string {
  switch (action.do) {
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
    case "register":
    case "claim":
    case "sign_for":
      return "";
  }
}
