import type { Material, Matter } from "@/generated/types";

/**
 * The materials a situation needs, as the rule book builds the list: without a situation, those
 * that every situation needs.
 */
export function checklistFor(matter: Matter, situation: string | null): Material[] {
  return matter.materials.filter(
    ({ situations }) =>
      situations.length === 0 || (situation !== null && situations.includes(situation)),
  );
}

/** What stands against a matter today; `null`: it is in use and in force. */
export function standsAgainst(
  { state, effective_from }: Pick<Matter, "state" | "effective_from">,
  /** `YYYY-MM-DD`. */
  today: string,
): "suspended" | "cancelled" | "not_yet" | null {
  if (state !== "in_use") return state;
  return effective_from !== null && effective_from > today ? "not_yet" : null;
}
