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
    case "ask_assist":
    case "urge":
    case "issue_correction":
      return did[action.do](action.due_days);
    case "close":
      return did.close(w.enums.outcome[action.outcome]);
    case "triage":
      return did.triage(w.enums.triage[action.triage.outcome]);
    case "classify":
      return did.classify(w.ticket.complex(action.complex));
    case "suspend":
      return did.suspend(w.enums.pauseKind[action.kind]);
    case "follow_up":
      return did.follow_up(w.enums.loopOutcome[action.outcome]);
    case "add_file":
      return did.add_file(action.file.name);
    case "propose":
      return did.propose(w.enums.action[action.proposed.do]);
    case "answer_proposal":
      return did.answer_proposal(action.taken);
    case "judge_material":
      return did.judge_material(w.enums.verdict[action.verdict.verdict]);
    default:
      return did[action.do];
  }
}
