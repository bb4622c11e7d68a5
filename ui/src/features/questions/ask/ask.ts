import { formDraft } from "@/api";
import type { NewQuestion } from "@/generated/types";

/** Where somebody came from to ask. */
export type AskFrom =
  | { from: "direct" }
  | { from: "search"; words: string }
  | { from: "case"; ticket: string }
  | { from: "entry"; entry: string };

/** As it stands in the address: `direct`, `search:…`, `case:…`, `entry:…`. */
export function askAddress(ask: AskFrom): string {
  switch (ask.from) {
    case "direct":
      return ask.from;
    case "search":
      return `search:${ask.words}`;
    case "case":
      return `case:${ask.ticket}`;
    case "entry":
      return `entry:${ask.entry}`;
  }
}

/** Reads the address; what is not understood asks directly. */
export function askFrom(address: string): AskFrom {
  const cut = address.indexOf(":");
  const [from, rest] = [address.slice(0, cut), address.slice(cut + 1)];
  if (cut < 0 || rest === "") return { from: "direct" };
  if (from === "search") return { from, words: rest };
  if (from === "case") return { from, ticket: rest };
  return from === "entry" ? { from, entry: rest } : { from: "direct" };
}

/** Longest question, in characters. */
export const MOST_QUESTION = 500;

/** Under which key the question is kept. */
export const ASK_KEY = "knowledge_ask";

const NOTHING: NewQuestion = {
  text: "",
  proposed: null,
  origin: { from: "direct" },
  matter: null,
  department: null,
};

/** How the question is kept while it is written. */
export const ASK_DRAFT = formDraft(NOTHING, "text");

/** A question of nothing but where it came from. */
export function newQuestion(over: Partial<NewQuestion>): NewQuestion {
  return { ...NOTHING, ...over };
}

/** Whether somebody has written something that would be a pity to lose. */
export function isWritten({ text, proposed }: NewQuestion): boolean {
  return text.trim() !== "" || (proposed ?? "").trim() !== "";
}

/** What goes to the platform: `words` are those searched for, without personal data. */
export function askedOf(form: NewQuestion, words: string): NewQuestion {
  const given = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());
  const { origin } = form;
  return {
    ...form,
    text: form.text.trim(),
    proposed: given(form.proposed),
    department: given(form.department),
    origin: origin.from === "search" ? { from: "search", words } : origin,
  };
}
