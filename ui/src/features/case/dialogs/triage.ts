import { type DraftForm, formDraft } from "@/api";
import type { Channel, Directory, Organisation, Triage, TriageKind, Via } from "@/generated/types";

/** The dialog as it stands: every outcome keeps what was written for it. */
export interface Triaging {
  outcome: TriageKind | null;
  answer: string;
  complex: boolean;
  note: string;
  organisation: string | null;
  lowerNote: string;
  office: string;
  address: string;
  phone: string;
  told: string;
  /** `null`: not chosen, the way the request came. */
  via: Via | null;
}

const EMPTY: Triaging = {
  outcome: null,
  answer: "",
  complex: false,
  note: "",
  organisation: null,
  lowerNote: "",
  office: "",
  address: "",
  phone: "",
  told: "",
  via: null,
};

const FORM = formDraft(EMPTY, "answer");

/**
 * How the dialog is kept. A refused triage comes back as its text alone: it is put where each
 * outcome looks for it, because the text does not say which one it was written for.
 */
export const TRIAGE_DRAFT: DraftForm<Triaging> = {
  ...FORM,
  read: (text) => {
    const value = FORM.read(text);
    const isPlain = text !== "" && value.answer === text;
    return isPlain ? { ...value, note: text, lowerNote: text, told: text } : value;
  },
};

/** The way a citizen is answered who came through `channel`. */
export function usualVia(channel: Channel): Via {
  switch (channel) {
    case "counter":
    case "self_service":
      return "counter";
    case "phone":
    case "hotline":
      return "phone";
    case "mobile":
    case "web":
      return "message";
  }
}

/** What is missing before it can be submitted. */
export type TriageGap = "outcome" | "answer" | "organisation" | "note" | "office" | "told";

/** The first thing missing; `null`: nothing is. */
export function triageGap(form: Triaging): TriageGap | null {
  const empty = (text: string) => text.trim() === "";
  switch (form.outcome) {
    case null:
      return "outcome";
    case "own_level":
      return null;
    case "answered_now":
      return empty(form.answer) ? "answer" : null;
    case "lower_level":
      if (form.organisation === null) return "organisation";
      return empty(form.lowerNote) ? "note" : null;
    case "out_of_scope":
      if ([form.office, form.address, form.phone].some(empty)) return "office";
      return empty(form.told) ? "told" : null;
  }
}

/** The decision as it stands; `null` while something is missing. */
export function triageOf(form: Triaging, channel: Channel): Triage | null {
  const { outcome } = form;
  if (outcome === null || triageGap(form) !== null) return null;
  const via = form.via ?? usualVia(channel);
  switch (outcome) {
    case "answered_now":
      return { outcome, answer: form.answer.trim(), via };
    case "own_level":
      return { outcome, complex: form.complex, note: form.note.trim() };
    case "lower_level":
      return {
        outcome,
        to_organisation: form.organisation ?? "",
        note: form.lowerNote.trim(),
      };
    case "out_of_scope":
      return {
        outcome,
        office: form.office.trim(),
        address: form.address.trim(),
        phone: form.phone.trim(),
        told: form.told.trim(),
        via,
      };
  }
}

/** Whether `one` lies below `home`: a part of its division, or put under it. As the rules say. */
function isBelow(one: Organisation, home: Organisation): boolean {
  const part = one.division.length > home.division.length && one.division.startsWith(home.division);
  return part || one.parent === home.id;
}

/** The organisations that a ticket of `home` may be handed down to. */
export function organisationsBelow(directory: Directory | undefined, home: string): Organisation[] {
  const all = directory?.organisations ?? [];
  const own = all.find(({ id }) => id === home);
  return own ? all.filter((one) => isBelow(one, own)) : [];
}

/**
 * The offices that may be in charge instead of `home` and whose names hold `sought`; the
 * matter's department first.
 */
export function officesFor(
  directory: Directory | undefined,
  home: string,
  department: string | undefined,
  sought: string,
): Organisation[] {
  const text = sought.trim();
  return (directory?.organisations ?? [])
    .filter(({ id }) => id !== home)
    .filter(({ name, short_name }) => name.includes(text) || short_name.includes(text))
    .sort((one, other) => Number(other.name === department) - Number(one.name === department));
}
