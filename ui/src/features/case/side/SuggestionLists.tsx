import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useCommand } from "@/api";
import type { SuggestedReply, Suggestions } from "@/generated/types";
import { useWords } from "@/i18n";

import type { Insert, Source } from "../reply/CaseDesk";
import { entryId, keyNames, likely, numbered, ofEntry, ofReply, replyId } from "../reply/numbered";
import { SuggestionRow } from "./SuggestionRow";
import styles from "./suggestions.module.css";
import { whyWords } from "./whyWords";

/** Matters, entries and replies, each with why it is here. */
export function SuggestionLists({ suggestions, insert, draft }: {
  suggestions: Suggestions;
  /** `null`: nobody may reply now. */
  insert: Insert | null;
  /** What drafts from the entries. */
  draft: ReactNode;
}) {
  const w = useWords();
  const words = w.replies.suggestions;
  const variables = useCommand("reply_variables", {}).data ?? [];
  const { matters, entries } = suggestions;
  const replies = likely(suggestions.replies);
  const keys = keyNames(insert ? numbered(suggestions) : []);
  const into = (text: string, title: string, source: Source | undefined) =>
    insert && (() => insert(text, title, source));
  const wordOf = new Map(variables.map(({ variable, word }) => [variable, word]));
  const lacks = ({ missing }: SuggestedReply) =>
    missing.flatMap((variable) => wordOf.get(variable) ?? []).join(w.punctuation.listComma);
  return (
    <>
      {matters.length > 0 && (
        <Group title={words.matters}>
          {matters.map(({ row, why }) => (
            <li className={styles.row} key={row.id}>
              <Link className={styles.matter} params={{ matter: row.id }} to="/matters/$matter">
                {row.name}
              </Link>
              <p className={styles.why}>{[whyWords(w, why), row.department].join(w.punctuation.dot)}</p>
            </li>
          ))}
        </Group>
      )}
      {entries.length > 0 && (
        <Group title={words.entries}>
          {entries.map((entry) => (
            <SuggestionRow
              entry={entry.row.id}
              key={entry.row.id}
              keys={keys.get(entryId(entry.row.id))}
              onInsert={into(entry.text, entry.row.title, ofEntry(entry))}
              standing={entry.row.standing}
              text={entry.text}
              title={entry.row.title}
              why={whyWords(w, entry.why)}
            />
          ))}
        </Group>
      )}
      {draft}
      {replies.length > 0 && (
        <Group title={words.replies}>
          {replies.map((reply) => (
            <SuggestionRow
              entry={reply.why.because === "own" ? null : reply.key}
              key={reply.key}
              keys={keys.get(replyId(reply.key))}
              lacks={lacks(reply)}
              onInsert={into(reply.text, reply.title, ofReply(reply))}
              text={reply.text}
              title={reply.title}
              why={whyWords(w, reply.why)}
            />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h4 className={styles.subheading}>{title}</h4>
      <ul>{children}</ul>
    </section>
  );
}
