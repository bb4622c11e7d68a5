import { useCommand } from "@/api";
import { useWords } from "@/i18n";

import styles from "./side.module.css";
import { MatterBlock } from "./MatterBlock";
import { RequesterBlock } from "./RequesterBlock";

/** Beside the case: who asks, the matter with its materials, and what is known about it. */
export function Side({ ticket }: { ticket: string }) {
  const w = useWords();
  const { data } = useCommand("ticket_get", { ticket });
  if (!data) return null;
  return (
    <aside aria-label={w.ticket.side} className={styles.side}>
      <RequesterBlock key={ticket} ticket={data.ticket} />
      <MatterBlock ticket={data.ticket} />
    </aside>
  );
}
