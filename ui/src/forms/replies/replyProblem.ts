import type { ApiError } from "@/generated/types";
import type { Words } from "@/i18n";

/** What is wrong with an own reply, at the field it is about. */
export function replyProblem(
  w: Words,
  error: ApiError | null,
): { title: string | null; text: string | null } {
  const words = w.replies.dialog;
  const none = { title: null, text: null };
  if (error?.code !== "bad_input") return none;
  const { field, variable } = error.params;
  if (field === "title") return { ...none, title: words.titleWrong };
  if (field !== "text") return none;
  return { ...none, text: variable ? words.unknownVariable(variable) : words.textWrong };
}
