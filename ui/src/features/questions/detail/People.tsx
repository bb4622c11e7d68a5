import type { QuestionView, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";

import styles from "../detail.module.css";
import { whoOf } from "../people";

/** Who raised it and who met it too. */
export function People({ view, now }: { view: QuestionView; now: Timestamp }) {
  const w = useWords();
  const words = w.questions;
  const { question } = view;
  const also = question.also_asked_by;
  return (
    <>
      <p title={fullWhenWords(w, question.asked_at)}>
        {words.facts.asked(whoOf(view, question.asked_by), whenWords(w, question.asked_at, now))}
      </p>
      {also.length === 0 ? (
        <p className="soft">{words.nobodyElse}</p>
      ) : (
        <p>
          {words.alsoAsked(also.length)}
          {w.punctuation.colon}
          <span className={styles.names}>{also.map((one) => whoOf(view, one)).join(w.punctuation.listComma)}</span>
        </p>
      )}
    </>
  );
}
