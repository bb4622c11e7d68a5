/** A short message that passes by. What matters stands elsewhere too. */
export interface Toast {
  id: number;
  tone: "jade" | "red" | "blue";
  text: string;
  /** One thing that can be done about it. */
  action?: { label: string; run: () => void } | undefined;
}

/** Done is read at a glance; news takes longer. */
const SHOWN_MS = { jade: 3_500, blue: 7_000 };
/** What can be acted on has to be reached first. */
const WITH_ACTION_MS = 12_000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  watchers.forEach((watch) => watch());
}

/**
 * Shows a message. Refusals stay until they are put away; the others leave by themselves. What it
 * returns puts it away, for when its action makes no sense any more.
 */
export function toast(tone: Toast["tone"], text: string, action?: Toast["action"]): () => void {
  const id = nextId++;
  // What was done a moment ago gives way to what was done now.
  const others = tone === "jade" ? toasts.filter((shown) => shown.tone !== "jade") : toasts;
  change([...others, { id, tone, text, action }].slice(-MOST));
  if (tone !== "red") window.setTimeout(() => putAway(id), action ? WITH_ACTION_MS : SHOWN_MS[tone]);
  return () => putAway(id);
}

/** Takes a message off the screen. */
export function putAway(id: number): void {
  change(toasts.filter((shown) => shown.id !== id));
}

/** For `useSyncExternalStore`. */
export function watchToasts(watch: () => void): () => void {
  watchers.add(watch);
  return () => void watchers.delete(watch);
}

/** For `useSyncExternalStore`. */
export function shownToasts(): readonly Toast[] {
  return toasts;
}
