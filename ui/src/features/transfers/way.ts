import type { FilesOnTheWay, FileView, Link } from "@/generated/types";

const MINUTE_MS = 60_000;
const MEGA = 1024 * 1024;

/** Which way a file goes. */
export function directionOf({ place }: Pick<FileView, "place">): "up" | "down" {
  return place === "remote" || place === "downloading" ? "down" : "up";
}

/** Bytes that are not across yet. */
export function leftOf({ bytes, durable }: Pick<FileView, "bytes" | "durable">): number {
  return Math.max(0, bytes - durable);
}

/** Whole percent that are across; 100 only once everything is. */
export function percentOf({ bytes, durable }: Pick<FileView, "bytes" | "durable">): number {
  if (bytes === 0) return 100;
  return durable >= bytes ? 100 : Math.floor((durable / bytes) * 100);
}

/** What a file does now. A person's own word comes before everything else. */
export type Doing = "moving" | "paused" | "allPaused" | "fault" | "offline" | "waiting";

/** What `file` does now, among all of them and with this link. */
export function doingOf(file: FileView, { pace, current }: FilesOnTheWay, link: Link): Doing {
  if (file.paused) return "paused";
  if (pace.paused) return "allPaused";
  if (file.fault !== null) return "fault";
  if (link !== "online") return "offline";
  return file.sha256 === current ? "moving" : "waiting";
}

/** Shortest time the budget allows for `bytes`, milliseconds; `null`: there is no budget. */
export function shortestMs(bytes: number, perMinute: number | null): number | null {
  if (perMinute === null || perMinute <= 0 || bytes <= 0) return null;
  return Math.ceil(bytes / perMinute) * MINUTE_MS;
}

/** Budgets one can choose, bytes per minute. */
export const BUDGETS = [MEGA / 2, MEGA, 5 * MEGA];

/** A budget as one writes it, in MB; `null`: it is none. */
export function budgetFrom(text: string): number | null {
  const written = text.trim().replace("，", ".").replace(",", ".").replace("。", ".");
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(written)) return null;
  const bytes = Math.round(Number(written) * MEGA);
  return bytes >= 0.1 * MEGA - 1 && bytes <= 1000 * MEGA ? bytes : null;
}
