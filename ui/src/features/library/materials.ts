import type { Material, Matter, Timestamp } from "@/generated/types";
import { fullWhenWords, type Words } from "@/i18n";

/** Materials that a situation needs; without one, all of them. */
export function materialsFor(materials: readonly Material[], situation: string | null): Material[] {
  if (situation === null) return [...materials];
  return materials.filter(
    ({ situations }) => situations.length === 0 || situations.includes(situation),
  );
}

/** Originals and copies in words. What the source does not state is said to be not stated. */
export function countWords(w: Words, { originals, copies }: Material): string {
  const m = w.library.materials;
  if (originals === null && copies === null) return m.countNotStated;
  const words = [
    originals === null ? m.originalsNotStated : originals > 0 && m.originals(originals),
    copies === null ? m.copiesNotStated : copies > 0 && m.copies(copies),
  ].filter((word) => word !== false);
  return words.length > 0 ? words.join(w.punctuation.listComma) : m.originals(0);
}

/** Whether it is needed, in words. */
export function necessityWords(w: Words, { necessity }: Material): string {
  return necessity ? w.enums.necessity[necessity] : w.library.materials.necessityNotStated;
}

/** The list of materials as text for a message or a slip of paper. */
export function materialsAsText(
  w: Words,
  matter: Matter,
  situation: string | null,
  asOf: Timestamp | null,
): string {
  const { paper, materials } = w.library;
  const { address, hours, consult_phone: phone } = matter.place;
  const chosen = matter.situations.find(({ id }) => id === situation);
  const items = materialsFor(matter.materials, situation).map((material, index) => {
    const notes = [necessityWords(w, material), countWords(w, material)];
    if (material.exempt_by) notes.push(materials.exempt(material.exempt_by));
    return paper.item(index + 1, `${material.name}${paper.open}${notes.join(paper.join)}${paper.close}`);
  });
  return [
    paper.title(matter.name),
    chosen && paper.situation(chosen.name),
    ...items,
    address && paper.where(address),
    hours && paper.when(hours),
    phone && paper.call(phone),
    asOf !== null && paper.asOf(fullWhenWords(w, asOf)),
  ]
    .filter(Boolean)
    .join("\n");
}
