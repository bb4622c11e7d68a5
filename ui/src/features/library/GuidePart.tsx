import type { ReactNode } from "react";

import styles from "./guide.module.css";
import { type Part, partId } from "./GuideNav";

/** A part of the guide under its heading. */
export function GuidePart({ part, title, end, children }: {
  part: Part;
  title: string;
  /** At the right of the heading. */
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={partId(part)} className={styles.part}>
      <div className={styles.partHead}>
        <h2 className={styles.partTitle} id={partId(part)}>
          {title}
        </h2>
        {end}
      </div>
      {children}
    </section>
  );
}

/** What the source does not state reads so, instead of nothing. */
export function NotStated({ text }: { text: string }) {
  return <p className="soft">{text}</p>;
}
