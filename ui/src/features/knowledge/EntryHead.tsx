import { CalendarClock, CalendarX, CircleCheck } from "lucide-react";

import type { KnowledgeView } from "@/generated/types";
import { calendarDay, plainDayWords, useWords, whenWords, type Words } from "@/i18n";
import { cx, Notice, State, useNow } from "@/ui";

import styles from "./entry.module.css";

/** The question, whether it holds today, since when, and how else people ask it. */
export function EntryHead({ view }: { view: KnowledgeView }) {
  const w = useWords();
  const now = useNow();
  const { entry, expired, data_as_of: asOf } = view;
  const notYet = !expired && entry.effective_from > calendarDay(now);
  const facts = [
    w.enums.knowledgeKind[entry.kind],
    entry.department,
    validWords(w, view),
    w.knowledge.version(entry.version),
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
      {notYet && (
        <Notice announce tone="amber">
          {w.knowledge.notYet(plainDayWords(w, entry.effective_from))}
        </Notice>
      )}
      <div className={styles.titleLine}>
        <h1 className={cx(styles.title, expired && styles.struck)}>{entry.title}</h1>
        <Standing expired={expired} notYet={notYet} />
      </div>
      <p className={cx(styles.facts, "figures")}>{facts.join(w.punctuation.dot)}</p>
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

function Standing({ expired, notYet }: { expired: boolean; notYet: boolean }) {
  const w = useWords();
  if (expired) {
    return (
      <State filled icon={CalendarX} tone="red">
        {w.common.expired}
      </State>
    );
  }
  return notYet ? (
    <State filled icon={CalendarClock} tone="amber">
      {w.knowledge.pending}
    </State>
  ) : (
    <State filled icon={CircleCheck} tone="jade">
      {w.knowledge.valid}
    </State>
  );
}

function validWords(w: Words, { entry }: KnowledgeView): string {
  const from = plainDayWords(w, entry.effective_from);
  return entry.expires_on
    ? w.knowledge.fromUntil(from, plainDayWords(w, entry.expires_on))
    : w.knowledge.from(from);
}
