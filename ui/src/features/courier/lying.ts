import type { CourierFound } from "@/generated/types";

/** What one would usually do with a file that was found; `null`: nothing is left to do here. */
export function usualStep({ seen }: CourierFound): "import" | "carry" | null {
  if (!seen) return null;
  if (seen.can === "import") return seen.known && seen.imported_at === null ? "import" : null;
  // Volumes go along with their bundle.
  if (seen.kind === "files") return null;
  // One's own bundle is taken elsewhere; that is no step to take here.
  if (seen.can === "carry") return seen.mine || seen.carried_at !== null ? null : "carry";
  return null;
}

const FIRST: Record<"import" | "carry" | "none", number> = { import: 0, carry: 1, none: 2 };

/** What can be done first: answers to read, bundles to hand over, then the rest, newest first. */
export function lyingOrder(found: readonly CourierFound[]): CourierFound[] {
  const rank = (file: CourierFound) => FIRST[usualStep(file) ?? "none"];
  const at = (file: CourierFound) => file.seen?.written_at ?? 0;
  return [...found].sort((one, other) => rank(one) - rank(other) || at(other) - at(one));
}
