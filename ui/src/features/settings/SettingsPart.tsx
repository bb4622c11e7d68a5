import { type ReactNode, useId } from "react";

import styles from "./settings.module.css";

/** A part of the settings under its heading. */
export function SettingsPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 className={styles.partTitle} id={id}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
