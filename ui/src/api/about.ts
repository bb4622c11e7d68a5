import type { NoticeKind } from "@/generated/types";

/** Kinds of notices whose `ticket` is a question of the knowledge base. */
const OF_QUESTIONS: ReadonlySet<NoticeKind> = new Set([
  "question_raised",
  "entry_submitted",
  "entry_sent_back",
  "question_answered",
  "question_declined",
]);

/** Whether a notice is about a question of the knowledge base, not about a ticket. */
export function isAboutQuestion(kind: NoticeKind): boolean {
  return OF_QUESTIONS.has(kind);
}
