import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import type { QuestionView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice } from "@/ui";

import { sentBackBy } from "../people";

/** A link to an entry by its title. */
export function EntryLink({ entry }: { entry: string }) {
  const w = useWords();
  const { data } = useCommand("knowledge_get", { id: entry });
  return (
    <Link params={{ entry }} to="/knowledge/$entry">
      {data?.entry.title ?? w.questions.entryOf(entry)}
    </Link>
  );
}

/** The entry that a draft became. Until the platform has it, there is nothing to open. */
function Published({ view: { question, pending }, entry }: { view: QuestionView; entry: string }) {
  const w = useWords();
  const title = question.draft?.entry.title ?? w.questions.entryOf(entry);
  if (pending > 0) return <strong>{title}</strong>;
  return (
    <Link params={{ entry }} to="/knowledge/$entry">
      {title}
    </Link>
  );
}

/** How a question ended: the entry that answers it, or why it was declined. */
export function Ending({ view }: { view: QuestionView }) {
  const words = useWords().questions.endedWords;
  const { ending } = view.question;
  if (!ending) return null;
  if (ending.ended === "declined") return <Notice tone="amber">{words.declined(ending.reason)}</Notice>;
  return (
    <Notice tone="jade">
      {words[ending.ended]}{" "}
      {ending.ended === "published" ? (
        <Published entry={ending.entry} view={view} />
      ) : (
        <EntryLink entry={ending.entry} />
      )}
    </Notice>
  );
}

/** Why the draft has to be changed. */
export function SentBack({ view }: { view: QuestionView }) {
  const words = useWords().questions;
  const { draft, stage } = view.question;
  if (!draft || draft.sent_back === null || stage === "ended") return null;
  return <Notice tone="amber">{words.sentBack(sentBackBy(view), draft.sent_back)}</Notice>;
}
