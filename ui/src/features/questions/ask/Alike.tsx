import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { useSettled } from "@/ui";

import styles from "../form.module.css";
import { StageMark } from "../StageMark";

const REST_MS = 300;

/** Questions that wait for an answer and may ask the same: whoever opens one finds the own words kept. */
export function Alike({ text, onOpen }: {
  text: string;
  /** Keeps what is typed, before another page is shown. */
  onOpen: () => void;
}) {
  const words = useWords().questions.asking;
  const settled = useSettled(text.trim(), REST_MS);
  const { data } = useCommand("questions_alike", { text: settled }, { enabled: settled.length > 3, keepPrevious: true });
  const rows = settled.length > 3 ? (data?.rows ?? []) : [];
  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <section aria-label={words.alike} className={styles.like}>
          <h3 className={styles.likeTitle}>{words.alike}</h3>
          <ul>
            {rows.map(({ question }) => (
              <li className={styles.likeRow} key={question.id}>
                <Link
                  className={styles.likeLink}
                  onClick={onOpen}
                  params={{ question: question.id }}
                  title={question.text}
                  to="/questions/$question"
                >
                  {question.text}
                </Link>
                <StageMark question={question} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
