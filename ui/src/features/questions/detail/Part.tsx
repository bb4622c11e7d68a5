import type { ReactNode } from "react";

import styles from "../detail.module.css";

/** A part of a question with its title. */
export function Part({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>
        {title}
        {note && <span className={styles.partNote}>{note}</span>}
      </h2>
      {children}
    </section>
  );
}
