import { useEffect, useState, useSyncExternalStore } from "react";

function watchSize(watch: () => void): () => void {
  window.addEventListener("resize", watch);
  window.addEventListener("rem-changed", watch);
  return () => {
    window.removeEventListener("resize", watch);
    window.removeEventListener("rem-changed", watch);
  };
}

function rootPx(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Tells the layout that scale or density changed. */
export function announceMeasures(): void {
  window.dispatchEvent(new Event("rem-changed"));
}

/** Pixels in one rem, large-font mode included. */
export function useRemPx(): number {
  return useSyncExternalStore(watchSize, rootPx);
}

/** Width of the window in rem: large-font mode makes a window narrower, as it should. */
export function useWindowRem(): number {
  return useSyncExternalStore(watchSize, () => Math.floor(window.innerWidth / rootPx()));
}

/** Height of a row in pixels, by density and scale. */
export function useRowPx(): number {
  return useSyncExternalStore(watchSize, () => {
    const row = getComputedStyle(document.documentElement).getPropertyValue("--row");
    return Math.round(parseFloat(row) * rootPx());
  });
}

/** The time, again every `everyMs`, for words such as "昨天 17:40". */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** `value` once it has been still for `ms`. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), ms);
    return () => window.clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
