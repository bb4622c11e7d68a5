import { useCommand } from "@/api";
import type { StaffId } from "@/generated/types";

/** Who works at this desk; `null` until it is known. */
export function useMyId(): StaffId | null {
  return useCommand("session_state", {}).data?.me?.staff.id ?? null;
}
