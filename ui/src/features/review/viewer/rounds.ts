import type { FiledMaterial } from "@/generated/types";

/** Files of each round, the latest round first, in the order they came. */
export function byRound(
  files: readonly FiledMaterial[],
): { round: number; files: FiledMaterial[] }[] {
  const rounds = [...new Set(files.map(({ round }) => round))].sort((one, other) => other - one);
  return rounds.map((round) => ({ round, files: files.filter((filed) => filed.round === round) }));
}

/** The file to begin with: the latest that was not taken off, else the latest. */
export function latestOf(files: readonly FiledMaterial[]): FiledMaterial | null {
  return files.findLast(({ removed }) => removed === null) ?? files.at(-1) ?? null;
}

/** The version before `shown`: the latest standing file of an earlier round. */
export function besideOf(
  files: readonly FiledMaterial[],
  shown: FiledMaterial,
): FiledMaterial | null {
  return files.findLast(({ round, removed }) => round < shown.round && removed === null) ?? null;
}
