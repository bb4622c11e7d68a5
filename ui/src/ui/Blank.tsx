import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import styles from "./Blank.module.css";
import { Icon, type LucideIcon } from "./Icon";

/** An empty place: one sentence on what belongs there and the one action that brings it. */
export function EmptyState({ icon, text, action }: {
  icon: LucideIcon;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className={styles.blank}>
      <Icon className={styles.picture} of={icon} size={2} />
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}

/** Something failed: what happened, what is safe, what to do. `trace` is what to quote. */
export function ErrorState({ title, text, trace, action }: {
  title: string;
  text: string;
  trace?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <div className={styles.blank} role="alert">
      <Icon className={styles.picture} of={CircleAlert} size={2} />
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {trace && <p className={styles.trace}>{trace}</p>}
      {action}
    </div>
  );
}
