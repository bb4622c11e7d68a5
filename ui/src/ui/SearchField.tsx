import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";

import { IconButton } from "./Button";
import { cx } from "./cx";
import { Icon } from "./Icon";
import styles from "./SearchField.module.css";

const STILL_MS = 220;

/**
 * Searches while one types. A word that is being composed (拼音) is not searched for; should an
 * input method send no composition events, the pause is what keeps half-typed words away.
 */
export function SearchField({ label, value, onSearch, clearLabel, className }: {
  label: string;
  /** The text that is being searched for. */
  value: string;
  onSearch: (text: string) => void;
  clearLabel: string;
  className?: string;
}) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [composing, setComposing] = useState(false);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const settle = useEffectEvent(() => {
    if (text !== value) onSearch(text);
  });
  useEffect(() => {
    if (composing) return undefined;
    const timer = window.setTimeout(() => settle(), STILL_MS);
    return () => window.clearTimeout(timer);
  }, [text, composing]);

  return (
    <div aria-label={label} className={cx(styles.search, className)} role="search">
      <Icon className={styles.glass} of={Search} size={1} />
      <input
        aria-label={label}
        autoComplete="off"
        className={styles.input}
        onChange={(event) => setText(event.target.value)}
        onCompositionEnd={() => setComposing(false)}
        onCompositionStart={() => setComposing(true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape" && text) {
            event.stopPropagation();
            setText("");
          }
        }}
        placeholder={label}
        spellCheck={false}
        type="search"
        value={text}
      />
      {text && (
        <span className={styles.end}>
          <IconButton icon={X} label={clearLabel} onPress={() => setText("")} size="small" />
        </span>
      )}
    </div>
  );
}
