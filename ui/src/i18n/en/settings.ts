import type { Words } from "../words";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const settings: Words["settings"] = {
  title: "Settings",
  saved: "Changes take effect at once and are kept with your account on this machine.",
  look: {
    title: "Display",
    language: "Language",
    theme: "Appearance",
    scale: "Font size",
    scaleSample: "Example: Good morning, what can I do for you? Promised within 20 working days.",
    density: "Row height",
  },
  work: {
    title: "Work",
    notifications: "Show system notifications",
    notificationsNote: "For handovers, questions and verdicts. They carry no names or numbers of citizens.",
    letters: "Use single-letter shortcuts",
    lettersNote: "Such as J and K to move in the queue, R to reply. Shortcuts with Ctrl always work.",
  },
  account: {
    title: "Account and protection",
    name: "Name",
    account: "Account",
    staffNo: "Staff number",
    role: "Role",
    organisation: "Organisation",
    notChosen: "No organisation",
    protection: "Local data",
    strong: "Encrypted. Half of the key is in the system's keyring, half comes from your password; the data file alone cannot be opened.",
    weaker: "Weaker protection: this machine has no usable keyring. The data is encrypted, but by your password alone, and whoever takes the data file can guess as often as they like. Use a long password and sign out when you leave.",
    recovered: "Recovery",
    recoveredText: (when, n) =>
      `Damaged data was rebuilt on ${when}; ${count(n, "unsent action was", "unsent actions were")} recovered.`,
    kept: (file) => `The damaged file is kept as ${file}`,
  },
  data: {
    title: "Data on this machine",
    asOf: "Data as of",
    lastContact: "Last contact",
    library: "Library",
    counts: (matters, knowledge) =>
      `${count(matters, "matter", "matters")}, ${count(knowledge, "knowledge entry", "knowledge entries")}`,
    pending: "To upload",
    none: "None",
    platform: "Platform",
    sample: "The platform serves sample data; names and numbers are invented.",
    details: "Open sync state",
  },
  about: {
    title: "About",
    product: "Bangban Desk",
    version: (version) => `Version ${version}`,
    text: "The desk for remote assistance. It works without a network and syncs by itself.",
    licence: "Released under the Apache License 2.0",
  },
};
