import styles from "./KeyHint.module.css";

/** Keys as they stand on the keyboard, e.g. `Ctrl+K` or `J`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split("+").map((key) => (
        <kbd className={styles.key} key={key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
