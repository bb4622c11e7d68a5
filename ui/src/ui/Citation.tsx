import styles from "./Citation.module.css";

/** A law or document with its number and article, and what it says in short. */
export function Citation({ title, number, article, text }: {
  /** Left out where it stands above. */
  title: string | null;
  /** Document number (文号). */
  number: string | null;
  /** Article (条款). */
  article: string | null;
  text: string | null;
}) {
  const marked = title === null || title.startsWith("《") ? title : `《${title}》`;
  return (
    <div className={styles.citation}>
      <p className={styles.line}>
        {marked !== null && <span>{marked}</span>}
        {number && <span className={styles.number}>{number}</span>}
        {article && <span className={styles.article}>{article}</span>}
      </p>
      {text && <p className={styles.text}>{text}</p>}
    </div>
  );
}
