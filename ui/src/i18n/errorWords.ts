import type { ApiError, Rule } from "@/generated/types";

import type { Words } from "./words";

/** An error as a sentence for the person at the counter. */
export function errorWords(w: Words, error: ApiError): string {
  const { code, params } = error;
  const sentences: Partial<Record<string, string>> = w.errors.code;
  const sentence = sentences[code] ?? w.errors.code.internal;
  if (code === "refused" && params.rule && params.rule in w.errors.rule) {
    return `${sentence.replace(/[。.]$/, "")}${w.punctuation.because}${w.errors.rule[params.rule as Rule]}${w.punctuation.stop}`;
  }
  if (code === "too_many_attempts" && params.seconds) {
    return w.errors.wait(Number(params.seconds));
  }
  if (params.host === "unreachable") return w.errors.hostGone;
  return sentence;
}
