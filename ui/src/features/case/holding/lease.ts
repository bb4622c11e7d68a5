import type { Timestamp } from "@/generated/types";

/** A lease in its last hour is marked. */
const SOON_MS = 3_600_000;

/** How far a lease is: it runs, it ends within the hour, or it is over. */
export type LeaseState = "calm" | "soon" | "over";

/** How a lease stands at `now` of the platform's clock. At its last moment it still runs. */
export function leaseState(expiresAt: Timestamp, now: Timestamp): LeaseState {
  if (expiresAt < now) return "over";
  return expiresAt - now <= SOON_MS ? "soon" : "calm";
}
