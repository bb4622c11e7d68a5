import type { SuggestedEntry, SuggestedReply, Suggestions } from "@/generated/types";

import type { Source } from "./CaseDesk";

/** As many keys as there are: Alt+1 to Alt+7. */
const MOST_KEYS = 7;
const MOST_REPLIES = 3;

/** The keys, for `useShortcuts`. */
export const INSERT_KEYS = Array.from({ length: MOST_KEYS }, (_, at) => `alt+${at + 1}`).join(" ");

/** Something that a key puts into the reply. */
export interface Numbered {
  /** Of which list, and its key there. */
  id: string;
  title: string;
  text: string;
  source: Source | undefined;
}

/** The replies that stand beside a case: those that something speaks for. */
export function likely(replies: readonly SuggestedReply[]): SuggestedReply[] {
  return replies.filter(({ why }) => why.because !== "shared").slice(0, MOST_REPLIES);
}

/** What the keys insert, in the order it is shown. */
export function numbered({ entries, replies }: Suggestions): Numbered[] {
  return [
    ...entries.map((entry) => {
      const { row, text } = entry;
      return { id: entryId(row.id), title: row.title, text, source: ofEntry(entry) };
    }),
    ...likely(replies).map((reply) => {
      const { key, title, text } = reply;
      return { id: replyId(key), title, text, source: ofReply(reply) };
    }),
  ].slice(0, MOST_KEYS);
}

/** What a suggested entry comes from. */
export function ofEntry({ row }: SuggestedEntry): Source {
  return { kind: "knowledge", key: row.id };
}

/** What a suggested reply comes from; an own one is nobody else's. */
export function ofReply({ key, why }: SuggestedReply): Source | undefined {
  return why.because === "own" ? undefined : { kind: "reply", key };
}

/** How an entry is called among what has a key. */
export function entryId(key: string): string {
  return `entry:${key}`;
}

/** How a reply is called among what has a key. */
export function replyId(key: string): string {
  return `reply:${key}`;
}

/** The keys as they stand on the keyboard, by what they insert. */
export function keyNames(list: readonly Numbered[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ id }, at) => [id, `Alt+${at + 1}`]));
}
