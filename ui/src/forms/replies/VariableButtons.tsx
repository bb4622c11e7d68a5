import type { ReplyVariable } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Tooltip } from "@/ui";

import styles from "./replies.module.css";

/** What a case fills in; a press puts it at the cursor. */
export function VariableButtons({ variables, onInsert }: {
  variables: readonly ReplyVariable[];
  onInsert: (word: string) => void;
}) {
  const words = useWords().replies;
  if (variables.length === 0) return null;
  return (
    <fieldset className={styles.variables}>
      <legend className={styles.legend}>{words.dialog.variables}</legend>
      {variables.map(({ variable, word }) => (
        <Tooltip key={variable} text={words.variable[variable]}>
          <Button onPress={() => onInsert(word)} size="small">{`{${word}}`}</Button>
        </Tooltip>
      ))}
    </fieldset>
  );
}
