import type { Role, Staff } from "@/generated/types";

/** Who may hold tickets: the rule book's "serves citizens". */
const SERVES: ReadonlySet<Role> = new Set<Role>(["service", "village"]);

/** Who may be given a case: serving and active in the organisation that answers for it. */
export function reliefs(staff: readonly Staff[], organisation: string, holder: string): Staff[] {
  return staff.filter(
    (person) =>
      person.active &&
      person.organisation === organisation &&
      person.id !== holder &&
      SERVES.has(person.role),
  );
}
