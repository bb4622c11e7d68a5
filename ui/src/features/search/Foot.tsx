import { useWords } from "@/i18n";
import { Button, KeyHint } from "@/ui";

import styles from "./palette.module.css";

/** The keys of the search; and whom to ask where what was found does not fit. */
export function Foot({ onAsk }: { onAsk: (() => void) | null }) {
  const words = useWords().search;
  const keys = [
    [["↑", "↓"], words.keys.move],
    [["Enter"], words.keys.open],
    [["Ctrl+1–8"], words.keys.scope],
    [["Esc"], words.keys.close],
  ] as const;
  return (
    <footer className={styles.foot}>
      <ul className={styles.keys}>
        {keys.map(([names, what]) => (
          <li key={what}>
            {names.map((name) => (
              <KeyHint key={name} keys={name} />
            ))}
            {what}
          </li>
        ))}
      </ul>
      {onAsk && (
        <span className={styles.notFitting}>
          {words.notFitting}
          <Button onPress={onAsk} size="small" tone="plain">
            {words.ask}
          </Button>
          <KeyHint keys="Alt+Enter" />
        </span>
      )}
    </footer>
  );
}
