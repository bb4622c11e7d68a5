import type { Material, ReviewItem } from "@/generated/types";
import type { Words } from "@/i18n";

/** Days to bring a deferrable material, where the guide names none. */
const USUAL_DAYS = 5;
/** Most working days the rule book takes for what an applicant has to do. */
export const MOST_DAYS = 60;

/** Neighbouring pairs of characters: enough to see which criterion a defect speaks of. */
function pairs(text: string): Set<string> {
  const letters = text.replace(/[\s，。、；：“”‘’（）()《》]/gu, "");
  const found = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) found.add(letters.slice(at, at + 2));
  return found;
}

function likeness(one: string, other: string): number {
  const known = pairs(other);
  let shared = 0;
  for (const pair of pairs(one)) if (known.has(pair)) shared += 1;
  return shared;
}

function bare(sentence: string): string {
  return sentence.trim().replace(/[。；;.]+$/u, "");
}

/** How to mend `defect`: the criterion that speaks of the same thing, else all of them. */
export function proposeFix(w: Words, material: Material | null, defect: string): string {
  const words = w.review.propose;
  const criteria = material?.acceptance.map(bare).filter(Boolean) ?? [];
  if (criteria.length === 0) return words.fixPlain;
  const scores = criteria.map((criterion) => likeness(criterion, defect));
  const best = Math.max(...scores);
  const fitting = best > 0 ? criteria.filter((_, index) => scores[index] === best) : criteria;
  return words.fix(fitting.join(words.and));
}

/** Whether `fix` was proposed and not written, so that another defect may replace it. */
export function isProposedFix(w: Words, material: Material | null, fix: string): boolean {
  if (fix.trim() === "" || fix === proposeFix(w, material, "")) return true;
  return (material?.defects ?? []).some((defect) => proposeFix(w, material, defect) === fix);
}

/** How to get a material that is missing, from its numbers and its source. */
export function proposeWay(w: Words, material: Material | null): string {
  const words = w.review.propose;
  const originals = material?.originals ?? 0;
  const copies = material?.copies ?? 0;
  const source = material?.source_note ?? (material?.source ? words.source[material.source] : "");
  return `${askFor(w, originals, copies)}${source}`;
}

function askFor(w: Words, originals: number, copies: number): string {
  const words = w.review.propose;
  if (originals > 0 && copies > 0) return words.both(originals, copies);
  if (originals > 0) return words.originals(originals);
  return copies > 0 ? words.copies(copies) : words.one;
}

/** Working days to bring a deferrable material: the guide's number, else the usual one. */
export function proposeDays(material: Material | null): number {
  const found = /(\d{1,2})\s*个?工作日/u.exec(material?.source_note ?? "");
  const days = Number(found?.[1] ?? USUAL_DAYS);
  return days >= 1 && days <= MOST_DAYS ? days : USUAL_DAYS;
}

/** The promise of an applicant who brings the material later. */
export function proposePromise(w: Words, item: ReviewItem, days: number): string {
  return w.review.propose.promise(item.name, days);
}
