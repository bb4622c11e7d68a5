import type { Intent } from "@/generated/types";
import type { Words } from "@/i18n";

import { didWords } from "./didWords";

/** What a person did, as the rest of a sentence that begins with them. */
export function intentDid(w: Words, intent: Intent): string {
  return "do" in intent ? didWords(w, intent) : w.sync.stepDid[intent.step];
}
