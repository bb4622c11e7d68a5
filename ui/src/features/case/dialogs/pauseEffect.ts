import type { ClockView, PauseKind } from "@/generated/types";

/** A pause that a person begins; the one for correction begins with its notice. */
export type ChosenPause = Exclude<PauseKind, "correction">;

/**
 * Whether a clock stands still during such a pause, as the rule book has it: the counter's own
 * clock always, the periods of promise and law only for a special procedure, people's never.
 */
export function standsStill({ kind }: Pick<ClockView, "kind">, pause: ChosenPause): boolean {
  if (kind === "resolution") return true;
  return (kind === "promised" || kind === "legal") && pause === "special_procedure";
}
