import type { Mark } from "@/generated/types";

import styles from "./hit.module.css";
import { pieces } from "./pieces";

/** A text with what was found in it. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return pieces(text, marks).map((piece, index) =>
    piece.marked ? (
      <mark className={styles.mark} key={index}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
