import type { Finding, Inconsistency } from "@/generated/types";

/** Rules that are broken, by most matters first; those of one number in the order of the rules. */
export function mostFirst(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ matters }) => matters > 0).sort((one, other) => other.matters - one.matters);
}

/** Rules that nothing breaks, in their order. */
export function cleanOf(findings: readonly Finding[]): Inconsistency[] {
  return findings.filter(({ matters }) => matters === 0).map(({ what }) => what);
}

/** The rule an address names, if there is one of that name. */
export function ruleOf(findings: readonly Finding[], name: string | null): Inconsistency | null {
  return findings.find(({ what }) => what === name)?.what ?? null;
}
