import type { FoundReason } from "@/generated/types";
import type { Words } from "@/i18n";

/** Why something was found, where its title alone does not show it. */
export function reasonWords(w: Words, reason: FoundReason): string | null {
  const words = w.search.by;
  switch (reason.by) {
    case "name":
    case "passage":
      return null;
    case "other_name":
    case "synonym":
    case "code":
      return words[reason.by](reason.text);
    case "sound":
      return reason.text === null ? words.sound : words.soundOf(reason.text);
  }
}
