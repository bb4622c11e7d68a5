import type { TicketView } from "@/generated/types";

/** Whom or what a clock of which a case may have several is about; empty for the others. */
export function clockSubject(view: TicketView, reference: string | null): string {
  if (reference === null) return "";
  const { assists, review } = view.ticket;
  const unit = assists.find(({ id }) => id === reference)?.organisation;
  if (unit !== undefined) return view.organisations[unit] ?? "";
  return review?.items.find(({ material }) => material === reference)?.name ?? "";
}
