import type { Preferences } from "@/generated/types";

const KEY = "bangban.preferences";

/** How the desk looks before anyone has said otherwise. */
export const DEFAULTS: Preferences = {
  language: "zh-CN",
  theme: "system",
  scale: "1",
  density: "comfortable",
  notifications: true,
  layout: "{}",
};

/**
 * The last look used in this window, kept beside the store: the sign-in page has no store to ask
 * yet, and the first picture should not change its size a moment later.
 */
export function readMirror(): Preferences {
  try {
    const kept = localStorage.getItem(KEY);
    return kept ? { ...DEFAULTS, ...(JSON.parse(kept) as Partial<Preferences>) } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

/** Keeps the look for the next start. */
export function writeMirror(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Without it the next start begins with the defaults; nothing else is lost.
  }
}

/** Puts the look onto the document. */
export function applyLook({ theme, scale, density, language }: Preferences): void {
  const root = document.documentElement;
  const systemDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = theme === "system" ? (systemDark ? "dark" : "light") : theme;
  root.dataset.scale = scale;
  root.dataset.density = density;
  root.lang = language;
}
