import { Link } from "@tanstack/react-router";

import type { Faq, KnowledgeRow, LegalBasis, Step } from "@/generated/types";
import { useWords } from "@/i18n";
import { EntryStandingMark } from "@/marks";
import { Citation, cx } from "@/ui";

import { GuidePart, NotStated } from "./GuidePart";
import styles from "./sections.module.css";

/** Conditions of acceptance, one per line. */
export function Conditions({ conditions }: { conditions: readonly string[] }) {
  const w = useWords();
  return (
    <GuidePart part="conditions" title={w.library.conditionsTitle}>
      {conditions.length === 0 && <NotStated text={w.library.notStated} />}
      <ol className={styles.conditions}>
        {conditions.map((condition, index) => (
          <li key={index}>{condition}</li>
        ))}
      </ol>
    </GuidePart>
  );
}

/** Steps with their limits. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const w = useWords();
  return (
    <GuidePart part="steps" title={w.library.stepsTitle}>
      {steps.length === 0 && <NotStated text={w.library.notStated} />}
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li className={styles.step} key={index}>
            <span className={styles.stepName}>{step.name}</span>
            <span className={styles.stepLimit}>{step.limit || w.library.notStated}</span>
            <span>{step.content}</span>
          </li>
        ))}
      </ol>
    </GuidePart>
  );
}

/** What people ask, with answers. */
export function Questions({ faq }: { faq: readonly Faq[] }) {
  const w = useWords();
  if (faq.length === 0) return null;
  return (
    <GuidePart part="faq" title={w.library.faqTitle}>
      <div className={styles.questions}>
        {faq.map(({ question, answer }, index) => (
          <details className={styles.question} key={index}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </div>
    </GuidePart>
  );
}

/** Laws and documents the matter rests on. */
export function Basis({ basis, url }: { basis: readonly LegalBasis[]; url: string | null }) {
  const w = useWords();
  return (
    <GuidePart part="basis" title={w.library.basisTitle}>
      {basis.length === 0 && <NotStated text={w.library.notStated} />}
      <div className={styles.basis}>
        {basis.map((law, index) => (
          <Citation {...law} key={index} />
        ))}
      </div>
      {url && (
        <p className={styles.url}>
          {w.library.sourceUrl}
          {w.punctuation.colon}
          <span>{url}</span>
        </p>
      )}
    </GuidePart>
  );
}

/** Knowledge that belongs to the matter; what no longer holds is struck out. */
export function RelatedKnowledge({ rows }: { rows: readonly KnowledgeRow[] }) {
  const w = useWords();
  if (rows.length === 0) return null;
  return (
    <GuidePart part="knowledge" title={w.library.knowledgeTitle}>
      <ul className={styles.related}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              className={cx(styles.entry, row.standing === "expired" && styles.expired)}
              params={{ entry: row.id }}
              to="/knowledge/$entry"
            >
              <span className={styles.entryTitle}>{row.title}</span>
              {row.standing === "in_force" ? (
                <span className={styles.entryKind}>{w.enums.knowledgeKind[row.kind]}</span>
              ) : (
                <EntryStandingMark standing={row.standing} />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </GuidePart>
  );
}
