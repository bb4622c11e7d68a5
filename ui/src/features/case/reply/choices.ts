import type { KnowledgeRow, OwnReply, SuggestedReply } from "@/generated/types";

import type { Source } from "./CaseDesk";
import { ofReply } from "./numbered";

/** A standard reply to choose. */
export interface Choice {
  /** Key of the entry, or identity of the own reply. */
  id: string;
  title: string;
  /** As it would be inserted. */
  text: string;
  /** The own reply as it is kept, to be changed or removed. */
  own: OwnReply | null;
  source: Source | undefined;
}

/** What there is to choose from. */
export interface Replies {
  own: readonly OwnReply[];
  /** Filled in from the case. */
  suggested: readonly SuggestedReply[];
  /** Entries found by the words of the filter: by another word, by sound, by what they say. */
  found: readonly KnowledgeRow[];
}

/** Own replies first, then the shared ones; with a filter those that hold it or were found by it. */
export function choices({ own, suggested, found }: Replies, filter: string): Choice[] {
  const wanted = filter.trim().toLowerCase();
  const holds = (title: string, text: string) =>
    wanted === "" || title.toLowerCase().includes(wanted) || text.toLowerCase().includes(wanted);
  const filled = new Map(suggested.map((reply) => [reply.key, reply]));
  const foundKeys = new Set(found.map(({ id }) => id));
  const mine = own.map((reply): Choice => {
    const text = filled.get(reply.id)?.text ?? reply.text;
    return { id: reply.id, title: reply.title, text, own: reply, source: undefined };
  });
  const shared = suggested
    .filter(({ why }) => why.because !== "own")
    .filter(({ key, title, text }) => holds(title, text) || foundKeys.has(key))
    .map((reply): Choice => {
      const { key, title, text } = reply;
      return { id: key, title, text, own: null, source: ofReply(reply) };
    });
  return [
    ...mine.filter(({ title, text, own: kept }) => holds(title, text) || holds("", kept?.text ?? "")),
    ...shared,
  ];
}
