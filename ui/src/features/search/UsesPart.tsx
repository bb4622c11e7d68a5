import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { KnowledgeRow, MatterRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { EntryStandingMark, MatterStateMark } from "@/marks";

import styles from "./uses.module.css";

/** Rows that are sent at most. */
const MOST = 200;

/** A part of the page under its heading, with how many there are. */
export function UsesPart({ title, count = 0, children }: {
  title: string;
  count?: number;
  children: ReactNode;
}) {
  const words = useWords().search;
  return (
    <section aria-label={title}>
      <h2 className={styles.partTitle}>
        {title}
        {count > 0 && <span className={styles.count}>{words.count(count)}</span>}
      </h2>
      {children}
      {count >= MOST && <p className="soft">{words.uses.most(MOST)}</p>}
    </section>
  );
}

/** The way to each matter. */
export function MatterLinks({ rows }: { rows: readonly MatterRow[] }) {
  const w = useWords();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Link className={styles.row} params={{ matter: row.id }} to="/matters/$matter">
            <span className={row.state === "cancelled" ? styles.struck : undefined}>{row.name}</span>
            {row.state === "in_use" ? (
              <span className={styles.facts}>
                {[row.department, w.enums.level[row.level]].join(w.punctuation.dot)}
              </span>
            ) : (
              <MatterStateMark state={row.state} />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The way to each entry; what no longer holds is struck out. */
export function EntryLinks({ rows }: { rows: readonly KnowledgeRow[] }) {
  const w = useWords();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Link className={styles.row} params={{ entry: row.id }} to="/knowledge/$entry">
            <span className={row.standing === "expired" ? styles.struck : undefined}>{row.title}</span>
            {row.standing === "in_force" ? (
              <span className={styles.facts}>
                {[w.enums.knowledgeKind[row.kind], row.department].join(w.punctuation.dot)}
              </span>
            ) : (
              <EntryStandingMark standing={row.standing} />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
