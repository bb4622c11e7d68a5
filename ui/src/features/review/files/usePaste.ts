import { useEffect, useEffectEvent } from "react";

import { named } from "./names";
import { bringsFiles } from "./paste";

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, input");
}

/** Takes pasted pictures and files, unless the paste means text for a field. */
export function usePaste(material: string, onFiles: (files: File[]) => void, enabled: boolean): void {
  const onPaste = useEffectEvent(onFiles);
  useEffect(() => {
    if (!enabled) return undefined;
    function listen(event: ClipboardEvent) {
      const { clipboardData } = event;
      if (!clipboardData || event.defaultPrevented) return;
      const files = [...clipboardData.files];
      const covered = document.querySelector("[role=dialog],[role=menu],[role=alertdialog]") !== null;
      const hasText = clipboardData.getData("text/plain") !== "";
      if (!bringsFiles({ files: files.length, hasText, typing: isTyping(event.target), covered })) return;
      event.preventDefault();
      onPaste(files.map((file) => named(file, material, Date.now())));
    }
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, [material, enabled]);
}
