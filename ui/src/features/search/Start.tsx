import { useWords } from "@/i18n";
import { Button } from "@/ui";

import styles from "./palette.module.css";

/** Before anything is typed: what can be typed, and what was looked for a moment ago. */
export function Start({ recent, onText }: { recent: readonly string[]; onText: (text: string) => void }) {
  const words = useWords().search.start;
  return (
    <div className={styles.start}>
      {recent.length > 0 && (
        <section aria-label={words.recent}>
          <h2 className={styles.startTitle}>{words.recent}</h2>
          <ul className={styles.recent}>
            {recent.map((text) => (
              <li key={text}>
                <Button onPress={() => onText(text)} size="small">
                  {text}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={words.title}>
        <h2 className={styles.startTitle}>{words.title}</h2>
        <dl className={styles.examples}>
          {words.examples.map(({ what, typed }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{typed}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
