import type { Words } from "../words";

const ESTIMATED_FROM = 150;
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const search: Words["search"] = {
  title: "Search",
  input: "Search matters, materials, knowledge, cases",
  results: "Search results",
  scopes: "Which kind",
  scope: {
    all: "All",
    matter: "Matters",
    situation: "Situations",
    material: "Materials",
    knowledge: "Knowledge",
    statute: "Laws and documents",
    reply: "Standard replies",
    case: "Cases",
  },
  count: (n) => (n > ESTIMATED_FROM ? `about ${n}` : `${n}`),
  rest: (scope) => `More: ${scope}`,
  found: (n) => `${count(n, "result", "results")} found`,
  corrected: (typed, sought) => `Nothing found for “${typed}”; searched for “${sought}” instead.`,
  behind: (n) => `New data is being put in order; ${count(n, "record", "records")} cannot be found yet.`,
  start: {
    title: "What you can type",
    examples: [
      { what: "A name", typed: "社会保险参保登记" },
      { what: "What people call it", typed: "办营业执照" },
      { what: "Pinyin initials", typed: "sbcb" },
      { what: "A code", typed: "part of a matter’s code or a ticket’s number" },
      { what: "What people say", typed: "孩子上户口要带什么" },
    ],
    recent: "Searched just now",
  },
  filters: "Filters",
  filtered: (name, value) => `${name}: ${value}`,
  removeFilter: (name) => `Remove filter ${name}`,
  miss: {
    none: (text) => `Nothing found for “${text}”.`,
    noneIn: (text, scope) => `Nothing found for “${text}” among: ${scope}.`,
    advice: "Try other words: part of the name, what people call it, or pinyin initials.",
    adviceFilters: "The filters may be too narrow. Remove them and look again.",
    clear: "Remove filters",
    everywhere: "Look among all",
  },
  ask: "Ask a consultant",
  notFitting: "Not what you want?",
  keys: { move: "choose", open: "open", scope: "kind", close: "close" },
  by: {
    other_name: (name) => `called “${name}”`,
    synonym: (name) => `same as “${name}”`,
    sound: "sounds like it",
    soundOf: (name) => `sounds like “${name}”`,
    code: (code) => `code ${code}`,
  },
  ofMatter: (name) => `Matter: ${name}`,
  usedBy: (n) => `for ${count(n, "matter", "matters")}`,
  restOnIt: (matters, entries) =>
    `${count(matters, "matter", "matters")}, cited by ${count(entries, "entry", "entries")}`,
  uses: {
    matters: { material: "Matters that ask for it", statute: "Matters that rest on it" },
    entries: { material: "Related knowledge", statute: "Knowledge that cites it" },
    articles: "Articles cited",
    noMatters: { material: "No matter in use asks for it.", statute: "No matter rests on it." },
    noEntries: { material: "No knowledge entry belongs to it.", statute: "No knowledge entry cites it." },
    most: (n) => `The first ${n} are listed; search for the others.`,
    gone: "There is no such page. Please search again.",
    back: "Back",
    toMatters: "Go to the matters",
  },
};
