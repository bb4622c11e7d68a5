import type { Action, MaterialVerdict, TicketView } from "@/generated/types";
import { writtenText as written, type Words } from "@/i18n";

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

/** The name of a material of the checklist; its key where the list does not know it. */
export function materialWords(view: TicketView, material: string): string {
  const items = view.ticket.review?.items ?? [];
  return items.find((item) => item.material === material)?.name ?? material;
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
    case "assign":
      return said[action.do](receiverWords(view, action.to_staff, action.to_organisation));
    case "escalate":
      return said.escalate(personWords(view, action.consultant), action.due_days);
    case "ask_assist":
      return said.ask_assist(placeWords(view, action.organisation), action.due_days);
    case "urge":
    case "issue_correction":
      return said[action.do](action.due_days);
    case "triage":
      return said.triage(w.enums.triage[action.triage.outcome]);
    case "classify":
      return said.classify(w.ticket.complex(action.complex));
    case "suspend":
      return said.suspend(w.enums.pauseKind[action.kind]);
    case "follow_up":
      return said.follow_up(w.enums.loopOutcome[action.outcome]);
    case "close":
      return said.close(w.enums.outcome[action.outcome]);
    case "take_over":
      return said.take_over(personWords(view, action.to_staff) || w.ticket.timeline.someone);
    case "propose":
      return said.propose(w.enums.action[action.proposed.do]);
    case "answer_proposal":
      return said.answer_proposal(action.taken);
    case "add_file":
    case "remove_file":
      return said[action.do](materialWords(view, action.material));
    case "judge_material":
      return said.judge_material(materialWords(view, action.material), verdictWords(w, action.verdict));
    default:
      return said[action.do];
  }
}

function verdictWords(w: Words, { verdict }: MaterialVerdict): string {
  return w.enums.verdict[verdict];
}

/** What the person wrote with it. The request has its own place on the case. */
export function writtenText(action: Action): string {
  return action.do === "register" ? "" : written(action);
}
