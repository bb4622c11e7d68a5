import { Eraser } from "lucide-react";

import { useCommand } from "@/api";
import type { Cleaned, PersonalKind } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Notice, useSettled } from "@/ui";

import styles from "./form.module.css";

/** How long typing has to rest before a text is looked through, milliseconds. */
const REST_MS = 400;

/** A text that others will read, looked through for personal data. */
export interface Checked {
  /** What was found in it, in its order. */
  removed: PersonalKind[];
  /** The text without it. */
  text: string;
}

/** Looks through a text once the typing rests; `ticket` is the case whose names are known. */
export function usePersonal(text: string, ticket: string | null): Checked {
  const settled = useSettled(text, REST_MS);
  const { data } = useCommand("text_clean", { text: settled, ticket }, { enabled: settled.trim() !== "" });
  // An answer about an older text says nothing about this one.
  return data && settled === text ? known(data) : { removed: [], text };
}

function known({ removed, text }: Cleaned): Checked {
  return { removed, text };
}

/** Numbers may not be submitted; a name may be somebody's who is no applicant. */
export function isBarred(checks: readonly Checked[]): boolean {
  return checks.some(({ removed }) => removed.some((kind) => kind !== "name"));
}

/** What stands in the texts that should not, how they read without it, and the button that does it. */
export function PersonalCheck({ checks, onRemove }: { checks: readonly Checked[]; onRemove: () => void }) {
  const w = useWords();
  const words = w.questions.personal;
  const found = checks.filter(({ removed }) => removed.length > 0);
  if (found.length === 0) return null;
  const kinds = [...new Set(found.flatMap(({ removed }) => removed))];
  const named = kinds.map((kind) => words.kind[kind]).join(w.punctuation.listComma);
  return (
    <Notice
      action={
        <Button icon={Eraser} onPress={onRemove} size="small">
          {words.remove}
        </Button>
      }
      announce
      tone="amber"
    >
      <p>{isBarred(found) ? words.found(named) : words.names(named)}</p>
      <p className="soft">{words.becomes}</p>
      {found.map(({ text }) => (
        <p className={styles.becomes} key={text}>
          {text}
        </p>
      ))}
    </Notice>
  );
}
