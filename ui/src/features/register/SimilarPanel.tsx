import { Files } from "lucide-react";
import type { Ref } from "react";

import type { SimilarTicket } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Button, Icon, useNow } from "@/ui";

import styles from "./register.module.css";

/** Tickets that may be the same request. It points them out; registering stays possible. */
export function SimilarPanel({ found, onOpen, panelRef }: {
  found: readonly SimilarTicket[];
  onOpen: (ticket: string) => void;
  panelRef: Ref<HTMLElement>;
}) {
  const words = useWords().register.similar;
  if (found.length === 0) return null;
  return (
    <section aria-label={words.title(found.length)} className={styles.similar} ref={panelRef}>
      <h3 className={styles.similarTitle}>
        <Icon of={Files} size={1} />
        <span>{words.title(found.length)}</span>
      </h3>
      <ul className={styles.similarList}>
        {found.map((similar) => (
          <SimilarRow key={similar.row.id} onOpen={onOpen} similar={similar} />
        ))}
      </ul>
      <p className={styles.similarRemark}>{words.remark}</p>
    </section>
  );
}

function SimilarRow({ similar, onOpen }: {
  similar: SimilarTicket;
  onOpen: (ticket: string) => void;
}) {
  const w = useWords();
  const now = useNow();
  const { row, likeness } = similar;
  const facts = [
    `${w.enums.stage[row.stage]}${w.punctuation.dot}${w.enums.status[row.status]}`,
    row.organisation,
    row.holder,
    w.ticket.registered(whenWords(w, row.registered_at, now)),
  ].filter((fact) => fact !== null);
  return (
    <li className={styles.similarRow}>
      <div className={styles.similarText}>
        <p className={styles.similarLine}>
          <strong>{row.requester}</strong>
          <span>{row.matter ?? row.subject}</span>
        </p>
        <p className={styles.similarFacts}>
          <span className={styles.likeness}>{w.enums.likeness[likeness]}</span>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Button aria-label={w.register.similar.openThis(row.requester)} onPress={() => onOpen(row.id)} size="small">
        {w.common.open}
      </Button>
    </li>
  );
}
