import type { PaperKind, PaperRef } from "@/generated/types";

/** Every paper; the order is that of a case. */
const KINDS: Record<PaperKind, true> = {
  one_time_notice: true,
  material_receipt: true,
  correction_notice: true,
  application_form: true,
  handoff_slip: true,
  out_of_scope_notice: true,
};

/** What the address asks to print: the papers of a ticket, the latest of a kind, or one of them. */
export interface Asked {
  ticket: string;
  kind: PaperKind | null;
  /** `undefined`: the latest of its kind. */
  reference: string | null | undefined;
}

/** Stands for "it has no reference". */
const NONE = "-";

/** The words in the address that open the papers of a ticket, the latest of a kind, or one of them. */
export function paperAddress(ticket: string, paper?: PaperKind | PaperRef | null): string {
  if (!paper) return ticket;
  if (typeof paper === "string") return `${ticket}/${paper}`;
  const reference = paper.reference === null ? NONE : encodeURIComponent(paper.reference);
  return `${ticket}/${paper.kind}/${reference}`;
}

/** Reads such words; what names no paper asks for the list. */
export function askedFrom(address: string): Asked {
  const [ticket = "", kind = "", reference] = address.split("/");
  if (!(kind in KINDS)) return { ticket, kind: null, reference: undefined };
  return { ticket, kind: kind as PaperKind, reference: decoded(reference) };
}

function decoded(reference: string | undefined): string | null | undefined {
  if (reference === undefined || reference === NONE) return reference && null;
  try {
    return decodeURIComponent(reference);
  } catch {
    return undefined;
  }
}
