import type { Words } from "../words";

const workingDays = (n: number) => (n === 1 ? "1 working day" : `${n} working days`);

/** What a person did, as the rest of a sentence that begins with them. */
export const did: Words["sync"]["did"] = {
  register: "registered the ticket",
  claim: "claimed the ticket",
  release: "released the ticket",
  reply: (via) => `replied to the requester (${via.toLowerCase()})`,
  note: "added a note",
  advance: (stage) => `moved the ticket to ${stage.toLowerCase()}`,
  hand_off: "handed the ticket over",
  sign_for: "signed for the handover",
  return: "returned the handover",
  escalate: (days) => `asked a consultant to answer within ${workingDays(days)}`,
  opinion: "gave an opinion",
  close: (outcome) => `closed the ticket (${outcome.toLowerCase()})`,
  triage: (outcome) => `triaged the ticket (${outcome.toLowerCase()})`,
  classify: (what) => `judged the ticket ${what.toLowerCase()}`,
  assign: "assigned the ticket",
  ask_assist: (days) => `asked a unit to assist within ${workingDays(days)}`,
  answer_assist: "answered the assist",
  drop_assist: "dropped the assist",
  urge: (days) => `urged, with ${workingDays(days)} to answer`,
  answer_urging: "answered the urging",
  suspend: (why) => `suspended the ticket (${why.toLowerCase()})`,
  resume: "resumed the ticket",
  link: "linked another ticket",
  merge: "merged the ticket into another one",
  follow_up: (outcome) => `recorded a follow-up (${outcome.toLowerCase()})`,
  open_review: "started the pre-review",
  receive_materials: "received materials on paper",
  add_file: (file) => `added the file “${file}”`,
  remove_file: "took a file off",
  judge_material: (verdict) => `reviewed a material (${verdict.toLowerCase()})`,
  allow_correction: "allowed a second correction notice",
  issue_correction: (days) => `issued a correction notice with ${workingDays(days)}`,
  resubmit: "took the corrections in",
  submit: "passed the ticket on for examination",
  take_back: "took the ticket back",
  take_over: "changed the holder (takeover)",
  propose: (what) => `made a proposal (${what.toLowerCase()})`,
  answer_proposal: (taken) => (taken ? "carried the proposal out" : "declined the proposal"),
};

/** The same for steps of knowledge questions. */
export const stepDid: Words["sync"]["stepDid"] = {
  ask: "raised a question",
  ask_too: "noted to have met it too",
  submit: "submitted an entry",
  send_back: "sent an entry back",
  publish: "published an entry",
  point: "pointed to an entry",
  decline: "declined a question",
};
