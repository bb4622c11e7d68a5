import { createContext, useContext } from "react";

import type { Action, PaperKind, PaperRef } from "@/generated/types";

/** The paper that an action is told with; `null`: none. */
export function paperOf(action: Action): PaperKind | null {
  if (action.do === "receive_materials") return "material_receipt";
  return action.do === "issue_correction" ? "correction_notice" : null;
}

const Open = createContext<(paper: PaperKind | PaperRef | null) => void>(() => undefined);

/** Around the review: how its parts open a paper. */
export const OpenPaper = Open.Provider;

/** Opens a paper, the latest of a kind, or the list. */
export function useOpenPaper(): (paper: PaperKind | PaperRef | null) => void {
  return useContext(Open);
}
