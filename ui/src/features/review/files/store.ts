import { useSyncExternalStore } from "react";

import type { Incoming, Place } from "./incoming";

/** What has just become of a file. */
export interface Outcome extends Place {
  id: number;
  name: string;
  became: "filed" | "warned" | "held" | "not_begun" | "failed";
}

let list: readonly Incoming[] = [];
let looked: Place | null = null;
let shown: Place | null = null;
const watchers = new Set<() => void>();
const listeners = new Set<(outcome: Outcome) => void>();

function tell(): void {
  watchers.forEach((watch) => watch());
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Everything that is being handed in, in the order it came. */
export function incoming(): readonly Incoming[] {
  return list;
}

/** Puts another list in place of the one there is. */
export function replace(next: readonly Incoming[]): void {
  list = next;
  tell();
}

/** Says what became of a file. */
export function say(outcome: Outcome): void {
  listeners.forEach((listener) => listener(outcome));
}

/** Calls back for everything that becomes of a file; the returned function stops it. */
export function onOutcome(listener: (outcome: Outcome) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What is being handed in, wherever it goes. It outlives every page. */
export function useIncoming(): readonly Incoming[] {
  return useSyncExternalStore(watch, incoming);
}

/** Asks the table of that ticket to show a material. */
export function lookAt(place: Place | null): void {
  looked = place;
  tell();
}

/** The material that was asked for. */
export function useLookedAt(): Place | null {
  return useSyncExternalStore(watch, () => looked);
}

/** Notes which material lies on the table; what happens there needs no message. */
export function setOnTable(place: Place | null): void {
  shown = place;
  tell();
}

/** The material on the table. */
export function onTable(): Place | null {
  return shown;
}

/** The material on the table. */
export function useOnTable(): Place | null {
  return useSyncExternalStore(watch, onTable);
}
