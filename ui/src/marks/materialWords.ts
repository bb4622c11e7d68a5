import type { Material, Necessity, PaperReceived } from "@/generated/types";
import type { Words } from "@/i18n";
import type { Tone } from "@/ui";

/** How many originals and copies the guide asks for. */
export function neededWords(w: Words, material: Material | null): string {
  const words = w.review.material;
  if (!material || (material.originals === null && material.copies === null)) return words.notStated;
  const { originals, copies } = material;
  const parts = [
    originals !== null && originals > 0 && words.originals(originals),
    copies !== null && copies > 0 && words.copies(copies),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(w.punctuation.listComma) : words.none;
}

/** How many originals and copies came; what did not come is not counted up. */
export function paperWords(w: Words, { originals, copies }: PaperReceived): string {
  const words = w.review.material;
  const parts = [originals > 0 && words.originals(originals), copies > 0 && words.copies(copies)];
  return parts.filter((part) => part !== false).join(w.punctuation.listComma) || words.originals(0);
}

/** Whether it is needed, in words. */
export function necessityWords(w: Words, necessity: Necessity | null): string {
  return necessity ? w.enums.necessity[necessity] : w.review.material.necessityUnknown;
}

/** Where it comes from, in words; empty where the guide says nothing. */
export function sourceWords(w: Words, material: Material): string {
  const source = material.source ? w.enums.materialSource[material.source] : null;
  return [source, material.source_note].filter(Boolean).join(w.punctuation.colon);
}

/** The colour of a necessity: what may follow later stands out. */
export const NECESSITY_TONE: Record<Necessity, Tone> = {
  required: "blue",
  optional: "soft",
  deferrable: "violet",
};
