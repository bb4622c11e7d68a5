import type { Action, Proposal, Rule, TicketView } from "@/generated/types";
import { sizeWords, type Words } from "@/i18n";

import { materialWords } from "../eventWords";
import { ruleAgainst } from "../nextStep";

/** Times further apart than this are both told: written offline, arrived later. */
const APART_MS = 120_000;

/** What waits for the holder, the oldest first. */
export function openProposals(view: TicketView): Proposal[] {
  return view.ticket.proposals.filter(({ end }) => end === null);
}

/** What this person can do about a proposal. */
export interface Decision {
  /** It is theirs to decide. */
  decides: boolean;
  /** Why it cannot be taken up, as far as that is known before; it can still be declined. */
  rule: Rule | null;
}

/** Whether `me` decides on a proposal: the holder does; where nobody holds the case, its keeper. */
export function decision(view: TicketView, { action }: Proposal, me: string | null): Decision {
  const { holder } = view.ticket;
  const mine = me !== null && (holder === null || holder === me);
  const decides = mine && ruleAgainst(view, "answer_proposal") === null;
  return { decides, rule: decides ? ruleAgainst(view, action.do) : null };
}

/** Whether it was written a good while before it arrived, as offline work is. */
export function wasUnderWay({ at, written_at }: Proposal): boolean {
  return Math.abs(at - written_at) > APART_MS;
}

/** What the words of the action leave out and the one who decides has to know, a line each. */
export function proposedDetails(w: Words, view: TicketView, action: Action): string[] {
  const words = w.holding.proposals;
  switch (action.do) {
    case "add_file":
      return [words.file(action.file.name, sizeWords(action.file.bytes))];
    case "remove_file":
      return [words.fileOnly(fileName(view, action.material, action.sha256))];
    case "close":
      return [words.via(w.enums.via[action.via])];
    case "open_review":
      return [action.matter.name, ...(action.situation ? [words.situation(action.situation)] : [])];
    case "receive_materials":
      return action.received.map(({ material, paper: { originals, copies } }) => {
        const { originals: original, copies: copy } = w.ticket.matter;
        const counted = [originals > 0 && original(originals), copies > 0 && copy(copies)];
        return [materialWords(view, material), ...counted].filter(Boolean).join(w.punctuation.dot);
      });
    case "link":
    case "merge": {
      const id = action.do === "link" ? action.other : action.into;
      const other = view.related.find((one) => one.id === id);
      return other ? [other.number ?? other.subject] : [];
    }
    default:
      return [];
  }
}

function fileName(view: TicketView, material: string, sha256: string): string {
  const item = view.ticket.review?.items.find((one) => one.material === material);
  return item?.files.find(({ file }) => file.sha256 === sha256)?.file.name ?? sha256.slice(0, 8);
}
