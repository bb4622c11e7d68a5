import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Icon, useNow } from "@/ui";

import styles from "./frame.module.css";
import { syncWords } from "./syncWords";

/** How this station stands with the platform; leads to the outbox and the verdicts. */
export function SyncPill() {
  const w = useWords();
  const now = useNow();
  const { data } = useCommand("sync_state", {});
  if (!data) return null;
  const { icon, tone, text } = syncWords(w, data, now);
  return (
    <Link aria-label={`${text}${w.punctuation.colon}${w.frame.sync.open}`} className={styles.pill} data-tone={tone} to="/sync">
      <Icon of={icon} size={1} />
      <span aria-live="polite">{text}</span>
    </Link>
  );
}
