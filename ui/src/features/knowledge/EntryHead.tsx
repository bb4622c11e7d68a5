import { Link } from "@tanstack/react-router";

import type { KnowledgeView } from "@/generated/types";
import { plainDayWords, useWords, whenWords, type Words } from "@/i18n";
import { EntryStandingMark } from "@/marks";
import { cx, Notice, useNow } from "@/ui";

import styles from "./entry.module.css";

/** The question, whether it holds today, since when, and how else people ask it. */
export function EntryHead({ view }: { view: KnowledgeView }) {
  const w = useWords();
  const now = useNow();
  const { entry, standing, data_as_of: asOf } = view;
  const expired = standing === "expired";
  const facts = [
    w.enums.knowledgeKind[entry.kind],
    entry.department,
    validWords(w, view),
    w.knowledge.version(entry.version),
    view.uses > 0 && w.knowledge.used(view.uses),
    asOf === null ? w.common.noData : w.common.dataAsOf(whenWords(w, asOf, now)),
  ];
  return (
    <header className={styles.head}>
      {expired && (
        <Notice announce tone="red">
          {entry.expires_on
            ? w.knowledge.expiredOn(plainDayWords(w, entry.expires_on))
            : w.knowledge.expiredNoDay}
        </Notice>
      )}
      {standing === "future" && (
        <Notice announce tone="amber">
          {w.knowledge.notYet(plainDayWords(w, entry.effective_from))}
        </Notice>
      )}
      {standing === "review_due" && entry.review_on && (
        <Notice tone="amber">{w.knowledge.reviewDue(plainDayWords(w, entry.review_on))}</Notice>
      )}
      <div className={styles.titleLine}>
        <h1 className={cx(styles.title, expired && styles.struck)}>{entry.title}</h1>
        <EntryStandingMark standing={standing} />
      </div>
      <p className={cx(styles.facts, "figures")}>{facts.filter(Boolean).join(w.punctuation.dot)}</p>
      {view.open_questions > 0 && (
        <p className={styles.facts}>
          <Link to="/questions">{w.knowledge.openQuestions(view.open_questions)}</Link>
        </p>
      )}
      {entry.asked_as.length > 0 && (
        <div className={styles.asked}>
          <span className="soft">{w.knowledge.askedAs}</span>
          <ul>
            {entry.asked_as.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
    </header>
  );
}

function validWords(w: Words, { entry }: KnowledgeView): string {
  const from = plainDayWords(w, entry.effective_from);
  return entry.expires_on
    ? w.knowledge.fromUntil(from, plainDayWords(w, entry.expires_on))
    : w.knowledge.from(from);
}
