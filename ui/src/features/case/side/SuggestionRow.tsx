import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";

import type { EntryStanding } from "@/generated/types";
import { useWords } from "@/i18n";
import { EntryStandingMark } from "@/marks";
import { Button, Icon, KeyHint } from "@/ui";

import styles from "./suggestions.module.css";

/** An entry or a reply: its title opens it in place, its button puts it into the reply. */
export function SuggestionRow({ title, text, why, lacks = "", standing = "in_force", entry, keys, onInsert }: {
  title: string;
  /** As it is inserted. */
  text: string;
  why: string;
  /** What the case does not fill in. */
  lacks?: string;
  standing?: EntryStanding;
  /** Its page; `null`: it has none. */
  entry: string | null;
  /** The key that inserts it. */
  keys: string | undefined;
  /** `null`: nobody may reply now. */
  onInsert: (() => void) | null;
}) {
  const w = useWords();
  const words = w.replies;
  const textId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button
          aria-controls={textId}
          aria-expanded={isOpen}
          className={styles.opener}
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          <Icon className={styles.fold} of={ChevronRight} size={0.875} />
          <span>{title}</span>
        </button>
        {onInsert && (
          <Button
            aria-label={words.insertNamed(title)}
            onPress={onInsert}
            size="small"
            tone="plain"
          >
            {words.insert}
          </Button>
        )}
      </div>
      <div className={styles.why}>
        <span>
          {why}
          {lacks !== "" && `${w.punctuation.dot}${words.lacks(lacks)}`}
        </span>
        {keys && <KeyHint keys={keys} />}
      </div>
      {standing !== "in_force" && (
        <div className={styles.standing}>
          <EntryStandingMark standing={standing} />
        </div>
      )}
      <div className={styles.text} hidden={!isOpen} id={textId}>
        {text}
        {entry !== null && (
          <p>
            <Link params={{ entry }} to="/knowledge/$entry">
              {words.suggestions.open}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
