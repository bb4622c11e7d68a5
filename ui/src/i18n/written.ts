import type { Action, Intent, MaterialVerdict, QuestionStep, Triage } from "@/generated/types";

/** What the person wrote with an action, a line per field; empty where there is nothing to read. */
export function writtenText(intent: Intent): string {
  return "do" in intent ? written(intent) : writtenStep(intent);
}

function writtenStep(step: QuestionStep): string {
  switch (step.step) {
    case "ask":
      return lines(step.text, step.proposed ?? "");
    case "submit":
      return lines(step.entry.title, ...step.entry.answer);
    case "send_back":
    case "decline":
      return step.reason;
    case "ask_too":
    case "publish":
    case "point":
      return "";
  }
}

function written(action: Action): string {
  switch (action.do) {
    case "register":
      return action.request;
    case "reply":
    case "note":
    case "opinion":
    case "answer_assist":
    case "urge":
    case "answer_urging":
      return action.text;
    case "advance":
    case "hand_off":
    case "assign":
    case "resume":
    case "follow_up":
    case "submit":
    case "answer_proposal":
      return action.note;
    case "propose":
      return lines(action.note, writtenText(action.proposed));
    case "release":
    case "return":
    case "classify":
    case "drop_assist":
    case "suspend":
    case "link":
    case "merge":
    case "remove_file":
    case "allow_correction":
    case "take_back":
    case "take_over":
      return action.reason;
    case "escalate":
      return action.question;
    case "ask_assist":
      return action.task;
    case "close":
      return action.feedback;
    case "issue_correction":
      return action.basis;
    case "resubmit":
      return lines(action.late, action.note);
    case "triage":
      return ofTriage(action.triage);
    case "judge_material":
      return ofVerdict(action.verdict);
    case "claim":
    case "sign_for":
    case "open_review":
    case "receive_materials":
    case "add_file":
      return "";
  }
}

function ofTriage(triage: Triage): string {
  switch (triage.outcome) {
    case "answered_now":
      return triage.answer;
    case "own_level":
    case "lower_level":
      return triage.note;
    case "out_of_scope":
      return lines(triage.office, triage.address, triage.phone, triage.told);
  }
}

function ofVerdict(verdict: MaterialVerdict): string {
  switch (verdict.verdict) {
    case "meets":
      return "";
    case "needs_fixing":
      return lines(verdict.defect, verdict.fix);
    case "missing":
      return verdict.fix;
    case "waived":
      return verdict.promise;
    case "exempt":
      return verdict.certificate;
  }
}

function lines(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== "").join("\n");
}
