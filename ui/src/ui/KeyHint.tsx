import styles from "./KeyHint.module.css";

/** Keys as they stand on the keyboard, e.g. `Ctrl+K` or `J`. */
export function KeyHint({ keys }: { keys: string }) {
  const names = keys === "+" ? [keys] : keys.split("+");
  return (
    <span className={styles.keys}>
      {names.map((key) => (
        <kbd className={styles.key} key={key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
