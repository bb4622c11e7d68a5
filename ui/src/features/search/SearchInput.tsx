import { Search } from "lucide-react";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";

import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "./palette.module.css";

/**
 * Some engines end a composition before they tell of the key that ended it: an Enter within this
 * time chose a word, not a result. By our own clock: what an engine says of the time of a key need
 * not be comparable.
 */
const SAME_KEY_MS = 30;

/** The field, which keeps the focus while arrows move through what was found. */
export function SearchInput({ listId, activeId, isOpen, onText, onKey, text, inputRef }: {
  listId: string;
  activeId: string | undefined;
  /** The list is on the screen. */
  isOpen: boolean;
  /** What is whole of it: a word that is being composed (拼音) is not there yet. */
  onText: (text: string) => void;
  /** A key that is not part of a word being composed. */
  onKey: (event: KeyboardEvent) => void;
  text: string;
  inputRef: Ref<HTMLInputElement>;
}) {
  const w = useWords();
  const [composing, setComposing] = useState<string | null>(null);
  const composedAt = useRef(-Infinity);
  return (
    <div className={styles.field}>
      <Icon className={styles.glass} of={Search} size={1.25} />
      <input
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-expanded={isOpen}
        aria-label={w.search.input}
        autoComplete="off"
        className={styles.input}
        onChange={({ target, nativeEvent }) => {
          if ((nativeEvent as InputEvent).isComposing) {
            setComposing(target.value);
          } else {
            setComposing(null);
            onText(target.value);
          }
        }}
        onCompositionEnd={({ currentTarget }) => {
          composedAt.current = performance.now();
          setComposing(null);
          onText(currentTarget.value);
        }}
        onKeyDown={(event) => {
          const composes = event.nativeEvent.isComposing;
          if (!composes && performance.now() - composedAt.current >= SAME_KEY_MS) onKey(event);
        }}
        placeholder={w.frame.search}
        ref={inputRef}
        role="combobox"
        spellCheck={false}
        type="text"
        value={composing ?? text}
      />
    </div>
  );
}
