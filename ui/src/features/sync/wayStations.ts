import type { RecordWay } from "@/generated/types";

/** The stations of an action's way, in order. */
export const WAY_STATIONS = ["written", "queued", "sent", "decided", "reached"] as const;

/** One of them. */
export type WayStation = (typeof WAY_STATIONS)[number];

/**
 * How an action stands at a station: it has passed it, it is here, it is held up here, it is still
 * to come, it did not pass, or it goes no further than the one before.
 */
export type Standing = "done" | "here" | "held" | "ahead" | "stopped" | "off";

/** How an action stands at every station. */
export function standings({ here, decided, confirmed }: Pick<RecordWay, "here" | "decided" | "confirmed">):
  Record<WayStation, Standing> {
  if (decided) {
    const spreads = decided.verdict !== "refused";
    return {
      written: "done",
      queued: "done",
      sent: "done",
      decided: spreads ? "done" : "stopped",
      reached: !spreads ? "off" : confirmed ? "done" : "here",
    };
  }
  // What was written elsewhere is here only because the platform has decided it.
  const tried = here !== null && here.attempts > 0;
  const held = here !== null && here.held !== null;
  return {
    written: "done",
    queued: tried ? "done" : held ? "held" : "here",
    sent: tried ? (held ? "held" : "here") : "ahead",
    decided: "ahead",
    reached: "ahead",
  };
}

/** Whether the platform can be asked whom it has reached. */
export function hasReach({ decided }: Pick<RecordWay, "decided">): boolean {
  return decided !== null && decided.verdict !== "refused";
}
