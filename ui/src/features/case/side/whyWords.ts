import type { SuggestedFor } from "@/generated/types";
import type { Words } from "@/i18n";

/** Why something is suggested, in one quiet line. */
export function whyWords(w: Words, why: SuggestedFor): string {
  const words = w.replies.why;
  if (why.because !== "words") return words[why.because];
  const { reason, words: said } = why;
  switch (reason.by) {
    case "code":
      return words.code(reason.text);
    case "other_name":
      return join(w, said, words.otherName(reason.text));
    case "synonym":
      return join(w, said, words.synonym(reason.text));
    case "sound":
      return join(w, said, words.sound);
    case "name":
    case "passage":
      return join(w, said, null);
  }
}

/** What the request says, then how that came to this. */
function join(w: Words, said: string, how: string | null): string {
  const words = w.replies.why;
  const mentioned = said.trim() === "" ? (how === null ? words.near : null) : words.words(said.trim());
  return [mentioned, how].filter((one) => one !== null).join(w.punctuation.dot);
}
