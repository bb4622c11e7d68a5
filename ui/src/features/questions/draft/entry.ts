import type { DraftForm } from "@/api";
import type { EntryDraft, KnowledgeEntry, KnowledgeKind, LegalBasis, Question } from "@/generated/types";

const NOTHING: Omit<EntryDraft, "kind"> = {
  entry: null,
  title: "",
  asked_as: [],
  answer: [],
  matters: [],
  department: "",
  basis: [],
  themes: [],
};

/** A basis that nobody has written yet. */
export const NO_BASIS: LegalBasis = { title: "", number: null, article: null, text: null };

/** Kinds that have to cite a document; the rule book decides it again. */
export function needsBasis(kind: KnowledgeKind): boolean {
  return kind === "standard" || kind === "regulation";
}

/**
 * What the form begins with: the draft that was sent back or waits, else the entry that the
 * question is about, else the question and the answer proposed with it, as the kind that is proposed.
 */
export function firstDraft(
  question: Question,
  about: KnowledgeEntry | null,
  department: string,
  kind: KnowledgeKind,
): EntryDraft {
  if (question.draft) return question.draft.entry;
  if (about) {
    const { id, title, asked_as, answer, matters, basis, themes } = about;
    return { entry: id, kind: about.kind, title, asked_as, answer, matters, department: about.department, basis, themes };
  }
  return {
    ...NOTHING,
    kind,
    title: question.text,
    answer: textLines(question.proposed ?? ""),
    matters: question.matter === null ? [] : [question.matter],
    department: question.department ?? department,
    basis: [NO_BASIS],
  };
}

/** How the form is kept: as the entry it will be, so that a refused one comes back in the same shape. */
export function entryForm(first: EntryDraft): DraftForm<EntryDraft> {
  const untouched = JSON.stringify(first);
  return {
    empty: first,
    write: (value) => {
      const text = JSON.stringify(value);
      return text === untouched ? "" : text;
    },
    read: (text) => {
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value === "object" && value !== null) return { ...first, ...value };
      } catch {
        // Falls through: a plain text.
      }
      return { ...first, answer: textLines(text) };
    },
  };
}

/** A text as its lines; nothing written is no line. */
export function textLines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

/** Themes as people separate them. */
export function themesOf(text: string): string[] {
  return text === "" ? [] : text.split(/[、，,]/);
}

/** What is missing before it can be submitted. */
export interface Missing {
  title: boolean;
  answer: boolean;
  basis: boolean;
}

/** What is missing; the rule book decides it again. */
export function missingIn(form: EntryDraft): Missing {
  const { title, answer, basis, kind } = submittedOf(form);
  return { title: title === "", answer: answer.length === 0, basis: needsBasis(kind) && basis.length === 0 };
}

/** The entry without what was left empty. */
export function submittedOf(form: EntryDraft): EntryDraft {
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== "");
  const given = (text: string | null) => (text === null || text.trim() === "" ? null : text.trim());
  return {
    ...form,
    title: form.title.trim(),
    asked_as: filled(form.asked_as),
    answer: filled(form.answer),
    department: form.department.trim(),
    basis: form.basis
      .filter(({ title }) => title.trim() !== "")
      .map((one) => ({ ...one, title: one.title.trim(), number: given(one.number), article: given(one.article) })),
    themes: filled(form.themes),
  };
}
