import { Pencil, Trash2 } from "lucide-react";
import { useId } from "react";

import type { OwnReply } from "@/generated/types";
import { useWords } from "@/i18n";
import { IconButton, KeyHint } from "@/ui";

import type { Choice } from "./choices";
import styles from "./picker.module.css";

/** A standard reply: a press inserts it; an own one can be changed and removed beside it. */
export function ChoiceRow({ choice, isFirst, onInsert, onChange, onRemove }: {
  choice: Choice;
  /** Enter in the filter takes this one. */
  isFirst: boolean;
  onInsert: () => void;
  onChange: (reply: OwnReply) => void;
  onRemove: (reply: OwnReply) => void;
}) {
  const words = useWords().replies;
  const textId = useId();
  const { title, text, own } = choice;
  return (
    <li className={styles.row}>
      <button
        aria-describedby={textId}
        aria-label={words.insertNamed(title)}
        className={styles.choice}
        data-choice
        onClick={onInsert}
        type="button"
      >
        <span className={styles.titleLine}>
          <span className={styles.title}>{title}</span>
          {isFirst && <KeyHint keys="Enter" />}
        </span>
        <span className={styles.text} id={textId}>
          {text}
        </span>
      </button>
      {own && (
        <span className={styles.tools}>
          <IconButton icon={Pencil} label={words.own.change(title)} onPress={() => onChange(own)} size="small" />
          <IconButton icon={Trash2} label={words.own.remove(title)} onPress={() => onRemove(own)} size="small" />
        </span>
      )}
    </li>
  );
}
