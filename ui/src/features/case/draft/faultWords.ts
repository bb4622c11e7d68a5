import type { DraftFault } from "@/generated/types";
import type { Words } from "@/i18n";

/** Why a draft cannot be used, so that it can be found in it. */
export function faultWords(w: Words, fault: DraftFault): string {
  const words = w.model.draft.fault;
  switch (fault.fault) {
    case "empty":
      return words.empty;
    case "too_long":
      return words.tooLong(fault.chars);
    case "uncited":
      return words.uncited(fault.paragraph);
    case "unknown_entry":
      return words.unknownEntry(fault.paragraph, fault.number);
    case "unknown_source":
      return words.unknownSource(fault.paragraph, fault.words);
    case "personal_data":
      return words.personal(fault.paragraph);
  }
}

/** Whether a fault is about this paragraph, counted from 1. */
export function isAbout(fault: DraftFault, paragraph: number): boolean {
  return "paragraph" in fault && fault.paragraph === paragraph;
}
