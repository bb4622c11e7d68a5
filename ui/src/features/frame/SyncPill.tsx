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
  const { icon, tone, text, to = "/sync" } = syncWords(w, data, now);
  const leadsTo = to === "/station" ? w.frame.sync.openStation : w.frame.sync.open;
  return (
    <Link aria-label={`${text}${w.punctuation.colon}${leadsTo}`} className={styles.pill} data-tone={tone} to={to}>
      <Icon of={icon} size={1} />
      <span aria-live="polite">{text}</span>
    </Link>
  );
}
