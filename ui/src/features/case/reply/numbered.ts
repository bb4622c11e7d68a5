import type { SuggestedReply, Suggestions } from "@/generated/types";

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
}

/** The replies that stand beside a case: those that something speaks for. */
export function likely(replies: readonly SuggestedReply[]): SuggestedReply[] {
  return replies.filter(({ why }) => why.because !== "shared").slice(0, MOST_REPLIES);
}

/** What the keys insert, in the order it is shown. */
export function numbered({ entries, replies }: Suggestions): Numbered[] {
  return [
    ...entries.map(({ row, text }) => ({ id: entryId(row.id), title: row.title, text })),
    ...likely(replies).map(({ key, title, text }) => ({ id: replyId(key), title, text })),
  ].slice(0, MOST_KEYS);
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
