import { useCommand } from "@/api";
import type { NewQuestion } from "@/generated/types";

import { type AskFrom, newQuestion } from "./ask";

/** What a question begins with, from where somebody came: `undefined` while it is read. */
export function useStart(from: AskFrom): NewQuestion | null | undefined {
  const ticketId = from.from === "case" ? from.ticket : null;
  const entryId = from.from === "entry" ? from.entry : null;
  const ticket = useCommand("ticket_get", { ticket: ticketId ?? "" }, { enabled: ticketId !== null });
  const request = ticket.data?.ticket.request.trim() ?? "";
  const text = request === "" ? (ticket.data?.ticket.subject ?? "") : request;
  const clean = useCommand("text_clean", { text, ticket: ticketId }, { enabled: text !== "" });
  const entry = useCommand("knowledge_get", { id: entryId ?? "" }, { enabled: entryId !== null });

  if (from.from === "direct") return newQuestion({});
  if (from.from === "search") return newQuestion({ text: from.words, origin: from });
  if (from.from === "case") {
    if (ticket.error || clean.error) return null;
    if (!ticket.data || (text !== "" && !clean.data)) return undefined;
    const { matter } = ticket.data.ticket;
    return newQuestion({ text: clean.data?.text ?? "", origin: from, matter: matter?.id ?? null });
  }
  if (entry.error) return null;
  if (!entry.data) return undefined;
  const { id, version, matters, department } = entry.data.entry;
  const only = matters.length === 1 ? (matters[0] ?? null) : null;
  return newQuestion({ origin: { from: "entry", entry: id, version }, matter: only, department });
}
