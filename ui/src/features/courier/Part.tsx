import { type ReactNode, useId } from "react";

import { Icon, type LucideIcon } from "@/ui";

import styles from "./courier.module.css";

/** One way on the page under its heading. */
export function Part({ icon, title, children }: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 className={styles.partTitle} id={id}>
        <Icon className={styles.partIcon} of={icon} size={1.125} />
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
