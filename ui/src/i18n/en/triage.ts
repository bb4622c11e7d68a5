import type { Words } from "../words";

export const triage: Words["triage"] = {
  title: "Triage",
  outcome: "What becomes of this request",
  submit: {
    answered_now: "Answer and settle",
    own_level: "Take it on",
    lower_level: "Hand to lower level",
    out_of_scope: "Tell and settle",
  },
  submitFirst: "Confirm",
  about: {
    answered_now: "A simple question that can be answered now.",
    own_level: "Within our duties; you go on with it.",
    lower_level: "Belongs to a township or village below us.",
    out_of_scope: "Not ours; the citizen is told where to go.",
  },
  answer: { label: "Answer", hint: "What the citizen was told.", via: "Answered" },
  own: {
    complexity: "Difficulty",
    simple: "Simple",
    complex: "Complex",
    note: "Note (optional)",
    noteHint: "Why, and what comes next.",
  },
  lower: {
    organisation: "Organisation below us",
    none: "The directory has no organisation below us.",
    note: "Handoff note",
    noteHint: "What is asked, what was done, what is left to do.",
  },
  office: {
    name: "Office in charge",
    placeholder: "From the directory, or type it",
    open: "Show the directory",
    none: "Not in the directory; write it down",
    department: "In charge of the matter",
    address: "Address",
    phone: "Phone",
    told: "What the citizen was told",
    toldHint: "Where to go, how to get there and what to bring.",
    write: "Write it from the above",
    sentence: (office, address, phone) =>
      `This is handled by ${office}, address: ${address}, phone: ${phone}.`,
    via: "Told",
  },
  next: {
    answered_now: "The ticket is then settled and has no more deadlines; the answer is on the timeline.",
    own_simple: "The ticket stays with you; the deadline of a simple request applies.",
    own_complex: "The ticket stays with you; the deadline of a complex request applies.",
    lower_level: (place) =>
      `The ticket then waits for ${place} to sign for it, who may return it within 24 hours. The first responder stays the same.`,
    lower_unnamed:
      "The ticket then waits to be signed for and may be returned within 24 hours. The first responder stays the same.",
    out_of_scope:
      "The ticket is then settled; the office, its address and phone, and what was told are on the timeline.",
  },
  missing: {
    outcome: "Choose an outcome first",
    answer: "Write down the answer",
    organisation: "Choose the organisation below us",
    note: "Write a handoff note",
    office: "Name the office with its address and phone",
    told: "Write down what the citizen was told",
  },
};
