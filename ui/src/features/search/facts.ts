import type { FoundHit, TicketRow } from "@/generated/types";
import type { Words } from "@/i18n";
import { promisedWords } from "@/marks";

/** What a hit is, in a few words each, by its kind. */
export function hitFacts(w: Words, { what, excerpt }: FoundHit): string[] {
  const words = w.search;
  switch (what.kind) {
    case "matter": {
      const { row } = what;
      return [
        row.department,
        w.enums.level[row.level],
        promisedWords(w, row),
        w.library.materialsCount(row.materials),
      ];
    }
    case "situation":
      return [words.ofMatter(what.row.name), what.row.department];
    case "material":
      return [words.usedBy(what.matters)];
    case "knowledge":
      return [w.enums.knowledgeKind[what.row.kind], what.row.department];
    case "statute":
      return [words.restOnIt(what.matters, what.entries)];
    case "reply":
      // The passage that was found says more than the first words, where there is one.
      return excerpt ? [what.row.department] : [what.row.excerpt];
    case "own_reply":
      return excerpt ? [w.replies.why.own] : [w.replies.why.own, what.text];
    case "case":
      return caseFacts(w, what.row);
  }
}

function caseFacts(w: Words, { number, requester, stage, status, holder }: TicketRow): string[] {
  const stageWord = w.enums.stage[stage];
  const standing =
    status === "working" ? stageWord : `${stageWord}${w.punctuation.dot}${w.enums.status[status]}`;
  const facts = [number ?? w.queue.provisional, requester, standing];
  return holder ? [...facts, holder] : facts;
}
