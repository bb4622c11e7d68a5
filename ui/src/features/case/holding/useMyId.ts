import { useCommand } from "@/api";

/** Who works at this desk; `null` until it is known. */
export function useMyId(): string | null {
  return useCommand("session_state", {}).data?.me?.staff.id ?? null;
}
