import { createContext, useContext } from "react";

import type { Action, PaperKind } from "@/generated/types";

/** The paper that an action is told with; `null`: none. */
export function paperOf(action: Action): PaperKind | null {
  switch (action.do) {
    case "hand_off":
    case "assign":
      return "handoff_slip";
    case "triage":
      if (action.triage.outcome === "lower_level") return "handoff_slip";
      return action.triage.outcome === "out_of_scope" ? "out_of_scope_notice" : null;
    default:
      return null;
  }
}

const Open = createContext<(kind: PaperKind) => void>(() => undefined);

/** Around the case: how its dialogs open a paper once they are done. */
export const OpenPaper = Open.Provider;

/** Opens the latest paper of a kind. */
export function useOpenPaper(): (kind: PaperKind) => void {
  return useContext(Open);
}
