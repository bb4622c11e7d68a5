import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

import { Icon, type LucideIcon } from "@/ui";

import styles from "./facts.module.css";

/** A line about the case: what it is, how it stands, and more on demand. */
export function Fact({ icon, name, summary, side, children }: {
  icon: LucideIcon;
  name: string;
  summary: ReactNode;
  /** At the end of the line. */
  side?: ReactNode;
  /** What opens; without it the line is all there is. */
  children?: ReactNode;
}) {
  const head = (
    <>
      <Icon className={styles.icon} of={icon} size={1} />
      <span className={styles.name}>{name}</span>
      <span className={styles.summary}>{summary}</span>
      {side}
    </>
  );
  return (
    <li className={styles.fact}>
      {children === undefined ? (
        <div className={styles.head}>
          <span className={styles.fold} />
          {head}
        </div>
      ) : (
        <details>
          <summary className={styles.head}>
            <Icon className={styles.fold} of={ChevronRight} size={0.875} />
            {head}
          </summary>
          <div className={styles.body}>{children}</div>
        </details>
      )}
    </li>
  );
}

/** One of several things below a line: who, how it stands, and what was written. */
export function Entry({ head, side, children }: {
  head: ReactNode;
  side?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.entry}>
      <div className={styles.entryHead}>
        <span className={styles.entryName}>{head}</span>
        {side}
      </div>
      {children}
    </div>
  );
}

/** A text with its name before it; nothing where there is none. */
export function Said({ name, text }: { name: string; text: string }) {
  if (text.trim() === "") return null;
  return (
    <p className={styles.said}>
      <span className={styles.saidName}>{name}</span> {text}
    </p>
  );
}
