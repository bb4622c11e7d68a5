import type { FoundKind } from "@/generated/types";

/** What one looks among: one group, or all of them. */
export type Scope = FoundKind | "all";

/** In the order of their keys: Ctrl+1 is all of them. */
export const SCOPES: readonly Scope[] = [
  "all",
  "matter",
  "situation",
  "material",
  "knowledge",
  "statute",
  "reply",
  "case",
];

/** The scope of a digit key, if it has one. */
export function scopeOfKey(key: string): Scope | undefined {
  return /^[1-8]$/.test(key) ? SCOPES[Number(key) - 1] : undefined;
}
