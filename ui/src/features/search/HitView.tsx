import type { FoundHit, FoundWhat } from "@/generated/types";
import { useWords } from "@/i18n";
import { EntryStandingMark, MatterStateMark } from "@/marks";
import { cx } from "@/ui";

import { hitFacts } from "./facts";
import styles from "./hit.module.css";
import { Marked } from "./Marked";
import { reasonWords } from "./reason";

/** The title; why it was found and what it is; and, where the title does not hold it, a passage. */
export function HitView({ hit }: { hit: FoundHit }) {
  const w = useWords();
  const why = reasonWords(w, hit.reason);
  return (
    <>
      <div className={styles.line}>
        <span className={cx(styles.title, isOver(hit.what) && styles.struck)}>
          <Marked marks={hit.marks} text={hit.title} />
        </span>
        <Standing what={hit.what} />
      </div>
      <div className={styles.second}>
        {why && <span className={styles.why}>{why}</span>}
        {hitFacts(w, hit).map((fact, index) => (
          <span key={index}>{fact}</span>
        ))}
      </div>
      {hit.excerpt && (
        <div className={styles.excerpt}>
          <Marked marks={hit.excerpt.marks} text={hit.excerpt.text} />
        </div>
      )}
    </>
  );
}

/** Whether it no longer holds, so that nobody tells it to a citizen by mistake. */
function isOver(what: FoundWhat): boolean {
  switch (what.kind) {
    case "matter":
    case "situation":
      return what.row.state === "cancelled";
    case "knowledge":
    case "reply":
      return what.row.standing === "expired";
    case "material":
    case "statute":
    case "own_reply":
    case "case":
      return false;
  }
}

/** How it stands, where that is not as usual. */
function Standing({ what }: { what: FoundWhat }) {
  switch (what.kind) {
    case "matter":
    case "situation":
      return what.row.state !== "in_use" && <MatterStateMark state={what.row.state} />;
    case "knowledge":
    case "reply":
      return what.row.standing !== "in_force" && <EntryStandingMark standing={what.row.standing} />;
    case "material":
    case "statute":
    case "own_reply":
    case "case":
      return null;
  }
}
