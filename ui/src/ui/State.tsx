import type { ReactNode } from "react";

import { Icon, type LucideIcon } from "./Icon";
import styles from "./State.module.css";

/** Blue: can be done. Red: breach, refusal. Amber: soon. Jade: done. Violet: parked, proposed. */
export type Tone = "blue" | "red" | "amber" | "jade" | "violet" | "soft";

/** A state: always an icon, a word and a colour. */
export function State({ icon, tone, filled, children }: {
  icon: LucideIcon;
  tone: Tone;
  /** On a wash of its colour. */
  filled?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={styles.state} data-filled={filled || undefined} data-tone={tone}>
      <Icon of={icon} size={0.875} />
      {children}
    </span>
  );
}

/** How many; above 99 only that there are more. */
export function Badge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
