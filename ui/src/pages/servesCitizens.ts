import type { Role } from "@/generated/types";

/** The roles that register, claim and hold tickets; the rule book decides it again. */
export function servesCitizens(role: Role): boolean {
  return role === "service" || role === "village";
}
