import { type RefObject, useEffect, useEffectEvent } from "react";

/** A key press as far as shortcuts look at it; kept small so that the rule can be tested. */
export interface Press {
  key: string;
  /** The place on the keyboard, e.g. `Digit1`: with Alt some layouts write another sign. */
  code: string;
  ctrl: boolean;
  alt: boolean;
  composing: boolean;
  /** The focus is in a field where letters are text. */
  typing: boolean;
  /** A dialog or menu is open. */
  covered: boolean;
}

/** Whether `press` means the shortcut `keys`, e.g. `j`, `?`, `ctrl+k` or `alt+1`. */
export function means(press: Press, keys: string): boolean {
  const [, modifier, key = keys] = /^(ctrl|alt)\+(.+)$/.exec(keys) ?? [];
  if (press.composing || press.covered) return false;
  if (press.ctrl !== (modifier === "ctrl") || press.alt !== (modifier === "alt")) return false;
  const isKey = press.key.toLowerCase() === key;
  if (!isKey && !(press.alt && press.code === `Digit${key}`)) return false;
  return modifier !== undefined || !press.typing;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA") return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button"].includes(target.type);
}

let lettersOn = true;

/** Switches the single-letter shortcuts on or off; those with Ctrl or Alt always work. */
export function setLetterShortcuts(on: boolean): void {
  lettersOn = on;
}

/**
 * A dialog, a menu or an open choice takes the keys before the desk does; what stands `within` a
 * dialog is not covered by it.
 */
function isCovered(target: EventTarget | null, within: Element | null): boolean {
  const above = document.querySelectorAll("[role=dialog],[role=menu],[role=alertdialog]");
  if ([...above].some((one) => !within || !one.contains(within))) return true;
  return target instanceof Element && target.closest("[data-trigger]") !== null;
}

/**
 * Runs `run` when `keys` are pressed and nothing else takes them. `run` returns false when the key
 * was not for it after all, so that it keeps its usual meaning.
 */
export function useShortcut(keys: string, run: () => unknown, enabled = true): void {
  useShortcuts(keys, run, enabled);
}

/**
 * The same for several keys that belong together, with a space between them: `run` is told which.
 * `within` is where they belong to, if that may stand in a dialog.
 */
export function useShortcuts(
  keys: string,
  run: (index: number) => unknown,
  enabled = true,
  within?: RefObject<Element | null>,
): void {
  const onPress = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return undefined;
    const all = keys.split(" ");
    function listen(event: KeyboardEvent) {
      const press: Press = {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        composing: event.isComposing,
        typing: isTyping(event.target),
        covered: isCovered(event.target, within?.current ?? null),
      };
      const index = all.findIndex((one) => means(press, one));
      if (event.defaultPrevented || index < 0) return;
      if (!lettersOn && !/^(ctrl|alt)\+/.test(all[index] ?? "")) return;
      if (onPress(index) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [keys, enabled, within]);
}
