import type { CourierReleased } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "../courier.module.css";
import { FilePath } from "../Packed";

/** The answer to a released bundle was saved: where it is, and where it has to go. */
export function Released({ released: { number, path }, from }: {
  released: CourierReleased;
  /** The desk it goes back to. */
  from: string;
}) {
  const w = useWords();
  const words = w.courier.held;
  return (
    <Notice announce tone="jade">
      <div className={styles.result}>
        <p>
          <strong>{words.saved(from, number)}</strong>
        </p>
        <FilePath label={w.courier.take.answerFile} path={path} />
        <p>{words.next(from)}</p>
      </div>
    </Notice>
  );
}
