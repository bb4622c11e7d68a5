import { useCommand } from "@/api";
import type { Timestamp } from "@/generated/types";

/** Now by the platform's clock, as far as this station knows how its own differs. */
export function usePlatformNow(now: Timestamp): Timestamp {
  const skew = useCommand("sync_state", {}).data?.clock_skew_ms ?? 0;
  return now - skew;
}
