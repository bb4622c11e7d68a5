import { createContext, useContext } from "react";

/** The dialogs a file can come from. */
export type Way = "choose" | "camera" | "scan";

/** Opens a way in for the material on the table. */
export const WaysContext = createContext<(way: Way) => void>(() => undefined);

/** Opens a way in for the material on the table. */
export function useWays(): (way: Way) => void {
  return useContext(WaysContext);
}
