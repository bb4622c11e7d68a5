import type { FoundRef } from "@/generated/types";

/** What has a page of its own that says where it is used. */
export type UsedKind = "material" | "statute";

/** The place of the page in the router, which writes a key so that an address can hold it. */
export const USES_PATH = "/uses/$kind/$key";

/** Reads the address of the page; nothing where it names nothing that can be used. */
export function usesFrom({ kind, key }: { kind?: string; key?: string }): (FoundRef & { kind: UsedKind }) | null {
  if ((kind !== "material" && kind !== "statute") || !key) return null;
  return { kind, key };
}
