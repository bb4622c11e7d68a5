import type { Words } from "../words";

export const holding: Words["holding"] = {
  lease: {
    until: (when) => `Lease until ${when}`,
    soon: (when) => `Lease ends ${when}`,
    over: (when) => `Lease ended ${when}`,
    yours:
      "Until then the case is yours, also without a network. After that a colleague of your unit may take it over, with a reason; whatever you do on it extends it.",
    theirs: (name) =>
      `Until then the case is ${name}'s. After that a colleague of the unit in charge may take it over, with a reason; whatever the holder does on it extends it.`,
    village: "Village stations have poor networks, so their leases last longer.",
    yoursOver:
      "The lease has ended: a colleague of your unit may take the case over, with a reason. Whatever you do on it extends it.",
    theirsOver:
      "The lease has ended: a colleague of the unit in charge may take the case over, with a reason. Whatever the holder does on it extends it.",
  },
  takeOver: {
    title: "Take the case over",
    heldBy: (name) => `Held by ${name} now`,
    runs: (when) => `The lease runs until ${when}. A management specialist may give it to somebody else before that.`,
    over: (when) => `The lease ended ${when}.`,
    keptForYou: (name) =>
      `What ${name} did without a network is not lost: once uploaded, it comes to you as proposals to decide on.`,
    keptForNew: (name) =>
      `What ${name} did without a network is not lost: once uploaded, it comes to the new holder as proposals to decide on.`,
    stays: (name) => `${name} stays first responder.`,
    handoff: "The handover that nobody has signed for is cancelled with it.",
    to: "New holder",
    nobody: "Nobody else on duty in the unit in charge can take it over.",
    label: "Reason",
    hint: "It goes on record, and the former holder is told.",
    submit: "Take over",
    submitFor: "Give to them",
  },
  propose: {
    title: "Propose",
    effect: (name) => `${name} holds the case and decides whether to take it up.`,
    text: "How to answer the applicant",
    via: "Answered by",
    note: "A word to the holder (optional)",
    submit: "Propose",
  },
  proposals: {
    title: "Proposals to decide on",
    head: (who, what) => `${who} proposes: ${what}`,
    yours: (what) => `Your proposal: ${what}`,
    written: (written, arrived) => `written ${written}, arrived ${arrived}`,
    proposed: (when) => `proposed ${when}`,
    note: "With it",
    file: (name, size) => `File: ${name} (${size})`,
    fileOnly: (name) => `File: ${name}`,
    via: (via) => `Told: ${via}`,
    situation: (name) => `Situation: ${name}`,
    effect: "Taking it up does this step as yours, at once; whose proposal it was stays on record.",
    effectFile:
      "Taking it up puts the file into the list of materials; one that is still on its way opens once it is there.",
    take: "Take up",
    taken: "Taken up and done",
    decline: "Decline",
    declined: "Declined",
    barred: (rule) => `It cannot be taken up now: ${rule}.`,
    notTaken: (why) => `It was not taken up. ${why}`,
    canDecline: "It can still be declined, with a reason.",
    waits: (name) => `Waits for ${name} to decide`,
    waitsUnclaimed: "Whoever claims the case decides",
    more: (count) => `${count} more`,
    dialog: {
      title: "Decline the proposal",
      label: "Reason",
      hint: (name) => `${name} will see the reason.`,
      submit: "Decline",
    },
    fact: "Proposals",
    outcome: { taken: "Taken up", declined: "Declined" },
    sum: (taken, declined) =>
      [
        taken > 0 ? `${taken} taken up` : "",
        declined > 0 ? `${declined} declined` : "",
      ]
        .filter(Boolean)
        .join(", "),
    answer: "Answer",
  },
};
