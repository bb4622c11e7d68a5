import type { Channel, Via } from "@/generated/types";

/** The ways to tell a citizen something, in the order they are offered. */
export const VIAS: readonly Via[] = ["phone", "counter", "message"];

/** The way back to the citizen that fits the way they came. */
export function usualVia(channel: Channel): Via {
  if (channel === "counter") return "counter";
  return channel === "phone" || channel === "hotline" ? "phone" : "message";
}
