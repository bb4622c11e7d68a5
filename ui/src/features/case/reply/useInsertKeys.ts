import type { RefObject } from "react";

import { useCommand } from "@/api";
import { useShortcuts } from "@/ui";

import type { Insert } from "./CaseDesk";
import { INSERT_KEYS, numbered } from "./numbered";

/** Alt+1 to Alt+7 insert what is suggested for a case. */
export function useInsertKeys(
  ticket: string,
  insert: Insert,
  enabled: boolean,
  within?: RefObject<Element | null>,
): void {
  const { data } = useCommand("suggestions", { ticket }, { enabled });
  const list = data ? numbered(data) : [];
  function run(index: number): boolean {
    const one = list[index];
    if (one) insert(one.text, one.title, one.source);
    return one !== undefined;
  }
  useShortcuts(INSERT_KEYS, run, enabled && list.length > 0, within);
}
