import type { FoundGroup, FoundHit, FoundKind } from "@/generated/types";

import type { Scope } from "./kinds";

/** Hits of a group beside the other groups. */
const FEW = 5;
/** Hits of a group by itself. */
const MANY = 30;

/** Hits asked of each group. */
export function limitOf(scope: Scope): number {
  return scope === "all" ? FEW : MANY;
}

/** A row that can be chosen: something that was found, or the way to the rest of its group. */
export type SearchRow =
  | { row: "hit"; id: string; hit: FoundHit }
  | { row: "rest"; id: string; kind: FoundKind; total: number };

/** A group with its rows. */
export interface RowGroup {
  kind: FoundKind;
  total: number;
  rows: SearchRow[];
}

/** What is on the screen, group by group; a group that shows only its first hits leads to the rest. */
export function rowGroups(groups: readonly FoundGroup[], scope: Scope): RowGroup[] {
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map(({ kind, hits, total }) => {
      const rows: SearchRow[] = hits.map((hit) => ({ row: "hit", id: `${kind}:${hit.key}`, hit }));
      if (scope === "all" && total > hits.length) {
        rows.push({ row: "rest", id: `${kind}/rest`, kind, total });
      }
      return { kind, total, rows };
    });
}

/** The row that Enter opens: the one that was moved to, while it is there, else the best. */
export function activeRow(rows: readonly SearchRow[], chosen: string | null): SearchRow | null {
  return rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
}

/** Where a key leads from the active row, over the bounds of groups and round at the ends. */
export function movedTo(rows: readonly SearchRow[], chosen: string | null, key: string): string | null {
  const at = rows.findIndex(({ id }) => id === activeRow(rows, chosen)?.id);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + rows.length, Home: 0, End: rows.length - 1 }[key];
  if (next === undefined || rows.length === 0) return null;
  return rows[next % rows.length]?.id ?? null;
}
