import type { Material, Matter } from "@/generated/types";

/** The materials a situation needs; without one, all of them. */
export function materialsFor(matter: Matter, situation: string | null): Material[] {
  if (situation === null) return matter.materials;
  return matter.materials.filter(
    ({ situations }) => situations.length === 0 || situations.includes(situation),
  );
}
