import type { CourierReleased } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "../courier.module.css";
import { FilePath } from "../Packed";

/** The answer to a released bundle was saved: where it is, and where it has to go. */
export function Released({ released: { number, station, path } }: { released: CourierReleased }) {
  const w = useWords();
  const words = w.courier.held;
  return (
    <Notice announce tone="jade">
      <div className={styles.result}>
        <p>
          <strong>{words.saved(station, number)}</strong>
        </p>
        <FilePath label={w.courier.take.answerFile} path={path} />
        <p>{words.next(station)}</p>
      </div>
    </Notice>
  );
}
