import type { KnowledgeEntry, LegalBasis } from "@/generated/types";
import type { Words } from "@/i18n";

/** A law or document in one line: title, number, article. */
function cited({ title, number, article }: LegalBasis): string {
  const marked = title.startsWith("《") ? title : `《${title}》`;
  return `${marked}${number ? `（${number}）` : ""}${article ?? ""}`;
}

/** The answer as one may paste it into a reply: paragraphs, then what they rest on. */
export function answerText(w: Words, { answer, basis }: KnowledgeEntry): string {
  if (basis.length === 0) return answer.join("\n");
  const laws = basis.map(cited).join(w.punctuation.listComma);
  return [...answer, w.knowledge.basisLine(laws)].join("\n");
}
