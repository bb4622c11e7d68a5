import type { QuestionView } from "@/generated/types";
import { useWords } from "@/i18n";

import styles from "../detail.module.css";
import { whoOf } from "../people";

/** Who met it too; who raised it stands below the question. */
export function People({ view }: { view: QuestionView }) {
  const w = useWords();
  const also = view.question.also_asked_by;
  return (
    <>
      <p>{w.questions.alsoAsked(also.length)}</p>
      <p className={styles.names}>{also.map((one) => whoOf(view, one)).join(w.punctuation.listComma)}</p>
    </>
  );
}
