import { useEffect, useEffectEvent } from "react";

/** A key press as far as shortcuts look at it; kept small so that the rule can be tested. */
export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  composing: boolean;
  /** The focus is in a field where letters are text. */
  typing: boolean;
  /** A dialog or menu is open. */
  covered: boolean;
}

/** Whether `press` means the shortcut `keys`, e.g. `j`, `?` or `ctrl+k`. */
export function means(press: Press, keys: string): boolean {
  const wantsCtrl = keys.startsWith("ctrl+");
  const key = wantsCtrl ? keys.slice("ctrl+".length) : keys;
  if (press.composing || press.alt || press.ctrl !== wantsCtrl) return false;
  if (press.key.toLowerCase() !== key) return false;
  if (press.covered) return false;
  return wantsCtrl || !press.typing;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA") return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button"].includes(target.type);
}

let lettersOn = true;

/** Switches the single-letter shortcuts on or off; Ctrl shortcuts always work. */
export function setLetterShortcuts(on: boolean): void {
  lettersOn = on;
}

/** A dialog, a menu or an open choice takes the keys before the desk does. */
function isCovered(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog],[role=menu],[role=alertdialog]")) return true;
  return target instanceof Element && target.closest("[data-trigger]") !== null;
}

/**
 * Runs `run` when `keys` are pressed and nothing else takes them. `run` returns false when the key
 * was not for it after all, so that it keeps its usual meaning.
 */
export function useShortcut(keys: string, run: () => unknown, enabled = true): void {
  const onPress = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return undefined;
    function listen(event: KeyboardEvent) {
      const press: Press = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        composing: event.isComposing,
        typing: isTyping(event.target),
        covered: isCovered(event.target),
      };
      if (event.defaultPrevented || !means(press, keys)) return;
      if (!lettersOn && !keys.startsWith("ctrl+")) return;
      if (onPress() !== false) event.preventDefault();
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [keys, enabled]);
}
