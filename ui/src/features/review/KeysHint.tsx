import { Focusable } from "react-aria-components";

import { useWords } from "@/i18n";
import { KeyHint, Tooltip } from "@/ui";

import styles from "./review.module.css";

/** The keys of the table, always in sight. */
export function KeysHint({ mayJudge, mayAdd }: {
  /** Whether this person may give verdicts now. */
  mayJudge: boolean;
  /** Whether this person may add files now. */
  mayAdd: boolean;
}) {
  const w = useWords();
  const words = w.review.keys;
  return (
    <Tooltip text={words.note}>
      <Focusable>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it has an explanation */}
        <p className={styles.keys} role="note" tabIndex={0}>
          {mayJudge && (
            <span>
              <KeyHint keys="1" />–<KeyHint keys="5" /> {words.verdict}
            </span>
          )}
          {mayAdd && (
            <span>
              <KeyHint keys="F" /> {w.files.ways.add}
            </span>
          )}
          <span>
            <KeyHint keys="J" /> <KeyHint keys="K" /> {words.move}
          </span>
        </p>
      </Focusable>
    </Tooltip>
  );
}
