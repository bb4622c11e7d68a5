import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { waitingStage } from "@/features/questions";
import { useWords } from "@/i18n";
import { Badge } from "@/ui";

import styles from "./knowledge.module.css";

/** The two places of the knowledge base; questions say how many wait for this person's role. */
export function KnowledgeNav() {
  const w = useWords();
  const words = w.questions;
  const role = useCommand("session_state", {}).data?.me?.staff.role;
  const stage = waitingStage(role);
  const { data } = useCommand("question_list", { stage, mine: false }, { enabled: stage !== null });
  const count = stage === null ? 0 : (data?.[stage] ?? 0);
  const here = { "aria-current": "page", "data-current": true } as const;
  return (
    <nav aria-label={words.places} className={styles.nav}>
      <Link activeProps={here} className={styles.place} to="/knowledge">
        {words.entries}
      </Link>
      <Link activeProps={here} className={styles.place} to="/questions">
        {words.questions}
        <Badge count={count} label={role ? words.waitingCount(count, words.waiting[role]) : ""} />
      </Link>
    </nav>
  );
}
