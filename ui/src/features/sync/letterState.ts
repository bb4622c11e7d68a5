import type { VerdictLetter } from "@/generated/types";

/** How a letter stands: what became of the action, or that a person has put the letter away. */
export type LetterState = "refused" | "parked" | "taken" | "declined" | "cleared";

/** How a letter stands. What the holder decided is told until a person has read it. */
export function letterState({
  cleared_at,
  parked,
  proposal,
}: Pick<VerdictLetter, "cleared_at" | "parked" | "proposal">): LetterState {
  if (cleared_at !== null) return "cleared";
  if (!parked) return "refused";
  if (!proposal?.end) return "parked";
  return proposal.end.taken ? "taken" : "declined";
}
