import { useCommand } from "@/api";
import type { Status } from "@/generated/types";
import { useWords } from "@/i18n";

import styles from "./side.module.css";
import { MatterBlock } from "./MatterBlock";
import { RequesterBlock } from "./RequesterBlock";
import { Suggestions } from "./Suggestions";

/** After the end nobody is answered any more. */
const OVER: ReadonlySet<Status> = new Set<Status>(["closed", "settled", "merged"]);

/** Beside the case: who asks, the matter with its materials, and what may help to answer. */
export function Side({ ticket, onInserted }: {
  ticket: string;
  /** Where this stands above the case: called once something was put into the reply. */
  onInserted?: () => void;
}) {
  const w = useWords();
  const { data } = useCommand("ticket_get", { ticket });
  if (!data) return null;
  // Whoever asks wants an answer; later on, the materials are what one works with.
  const answersFirst = data.ticket.stage === "consultation";
  const suggestions = !OVER.has(data.ticket.status) && (
    <Suggestions key={`suggestions ${ticket}`} onInserted={onInserted} view={data} />
  );
  return (
    <aside aria-label={w.ticket.side} className={styles.side}>
      <RequesterBlock key={ticket} ticket={data.ticket} />
      {answersFirst && suggestions}
      <MatterBlock listsKnowledge={suggestions === false} ticket={data.ticket} />
      {!answersFirst && suggestions}
    </aside>
  );
}
