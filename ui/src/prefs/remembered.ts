import { useState } from "react";

const kept = new Map<string, unknown>();

/** State that outlives its page for as long as the window is open, e.g. the filters of a list. */
export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  return [
    value,
    (next) => {
      kept.set(key, next);
      setValue(next);
    },
  ];
}

/** Forgets it all: the next person at this window starts fresh. */
export function forgetRemembered(): void {
  kept.clear();
}
