import type { CourierImported } from "@/generated/types";
import type { Words } from "@/i18n";

/** What the answers were, a count each; what did not happen is not told. */
export function answersWords(w: Words, imported: CourierImported): string[] {
  const words = w.courier.take;
  const { accepted, refused, parked, held } = imported;
  const told = [
    accepted > 0 && words.accepted(accepted),
    refused > 0 && words.refused(refused),
    parked > 0 && words.parked(parked),
    held > 0 && words.held(held),
  ].filter((line) => line !== false);
  return told.length > 0 ? told : [words.noAnswers];
}
