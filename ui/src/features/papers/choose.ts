import type { PaperOffer, PaperRef } from "@/generated/types";
import type { Words } from "@/i18n";

import type { Asked } from "./address";

/** Names one paper of a case, for lists and comparisons. */
export function keyOf({ kind, reference }: PaperRef): string {
  return `${kind}/${reference ?? ""}`;
}

/** What can be printed, and what cannot yet. */
export function parted(offers: readonly PaperOffer[]): { ready: PaperOffer[]; lacking: PaperOffer[] } {
  return {
    ready: offers.filter(({ lack }) => lack === null),
    lacking: offers.filter(({ lack }) => lack !== null),
  };
}

/** The one about the latest thing that happened; what only says how things are now comes last. */
export function latest(offers: readonly PaperOffer[]): PaperOffer | null {
  const { ready } = parted(offers);
  return ready.reduce<PaperOffer | null>(
    (best, offer) => (best === null || (offer.of ?? 0) > (best.of ?? 0) ? offer : best),
    null,
  );
}

/** The paper that was asked for; `null`: none was, or it is not there. */
export function found(offers: readonly PaperOffer[], { kind, reference }: Asked): PaperOffer | null {
  const ofKind = offers.filter((offer) => offer.paper.kind === kind);
  if (reference === undefined) return latest(ofKind);
  return parted(ofKind).ready.find(({ paper }) => paper.reference === reference) ?? null;
}

/** What a paper is called: which one of several, or of which material. */
export function paperName(
  w: Words,
  { paper, ordinal }: Pick<PaperOffer, "paper" | "ordinal">,
  materials: ReadonlyMap<string, string>,
): string {
  const kind = w.papers.kind[paper.kind];
  const material = paper.kind === "application_form" && materials.get(paper.reference ?? "");
  if (material) return `${kind}${w.punctuation.colon}${material}`;
  return ordinal === null ? kind : w.papers.ordinal(kind, ordinal);
}

/** The digits that are printed beside the code, in groups of four. */
export function checkDigits(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");
}
