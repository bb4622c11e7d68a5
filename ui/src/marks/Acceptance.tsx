import { useWords } from "@/i18n";

import styles from "./acceptance.module.css";

/** What makes a material acceptable (受理标准). */
export function Acceptance({ criteria }: { criteria: readonly string[] }) {
  const words = useWords().review.criteria;
  return (
    <>
      <h3 className={styles.title}>{words.acceptance}</h3>
      {criteria.length > 0 ? (
        <ol className={styles.criteria}>
          {criteria.map((criterion, index) => (
            <li key={index}>{criterion}</li>
          ))}
        </ol>
      ) : (
        <p className="soft">{words.noAcceptance}</p>
      )}
    </>
  );
}
