import { CircleAlert, CircleCheck, Info, Split, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Icon, type LucideIcon } from "./Icon";
import styles from "./Notice.module.css";
import type { Tone } from "./State";

const ICONS = {
  blue: Info,
  amber: TriangleAlert,
  red: CircleAlert,
  violet: Split,
  jade: CircleCheck,
} as const;

/** A sentence in a pane that should be read once. `announce` reads it aloud when it appears. */
export function Notice({ tone, icon, announce, children, action }: {
  tone: Exclude<Tone, "soft">;
  /** In place of the tone's own. */
  icon?: LucideIcon | undefined;
  announce?: boolean;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-tone={tone} role={announce ? "alert" : "note"}>
      <Icon className={styles.icon} of={icon ?? ICONS[tone]} size={1} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
