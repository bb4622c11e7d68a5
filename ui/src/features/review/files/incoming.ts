import type { ApiError, HeldReason, QualityWarning } from "@/generated/types";

/** Where a file is filed: a material of a ticket. */
export interface Place {
  ticket: string;
  material: string;
  /** Name of the material, for what is said about the file elsewhere. */
  materialName: string;
}

/** Whether two are the same material of the same ticket. */
export function isSame(one: Place | null, other: Place | null): boolean {
  return one !== null && one.ticket === other?.ticket && one.material === other.material;
}

/** Why a file was not even begun. */
export type NotBegun = "too_large" | "folder" | "unreadable";

/** How far a file has come. */
export type Standing =
  | { is: "waiting" }
  | { is: "sending"; sent: number }
  | { is: "checking" }
  | { is: "filed"; sha256: string }
  | { is: "warned"; warnings: readonly QualityWarning[] }
  | { is: "held"; reason: HeldReason; sha256: string }
  | { is: "not_begun"; why: NotBegun }
  | { is: "failed"; error: ApiError };

/** A file that is being handed in. Soon after it is filed it is one of the ticket's files instead. */
export interface Incoming extends Place {
  /** Names it in this window. */
  id: number;
  file: File;
  standing: Standing;
}

/** The largest file that is taken in, bytes; the rule book says the same. */
export const MAX_BYTES = 200 * 1024 * 1024;

/** Why a file cannot be taken in at all; `null`: it can be tried. */
export function notBegun(file: { size: number }, isFolder: boolean): NotBegun | null {
  if (isFolder) return "folder";
  return file.size > MAX_BYTES ? "too_large" : null;
}

/** Whether it still moves by itself. */
export function isMoving({ standing }: Incoming): boolean {
  return ["waiting", "sending", "checking", "filed"].includes(standing.is);
}

/** Whether it can still be given up. What is being checked is about to be filed. */
export function canStop({ standing }: Incoming): boolean {
  return standing.is === "waiting" || standing.is === "sending";
}

/** How much of it has been read in, 0 to 1. */
export function shareOf({ standing, file }: Incoming): number {
  switch (standing.is) {
    case "waiting":
      return 0;
    case "sending":
      return file.size === 0 ? 0 : standing.sent / file.size;
    case "checking":
    case "filed":
    case "warned":
    case "held":
    case "not_begun":
    case "failed":
      return 1;
  }
}

/** The one a person has to look at first: what waits for an answer, then what went wrong. */
export function firstToLookAt(list: readonly Incoming[]): Incoming | null {
  return list.find(({ standing }) => standing.is === "warned") ?? list.find((one) => !isMoving(one)) ?? null;
}

/** What several files that are on their way have in common. */
export function together(list: readonly Incoming[]): { count: number; share: number } {
  const moving = list.filter(isMoving);
  const bytes = moving.reduce((sum, { file }) => sum + file.size, 0);
  const read = moving.reduce((sum, one) => sum + one.file.size * shareOf(one), 0);
  return { count: moving.length, share: bytes === 0 ? 0 : read / bytes };
}
