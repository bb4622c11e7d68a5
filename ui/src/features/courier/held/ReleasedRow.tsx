import { Download } from "lucide-react";

import type { HeldBundle, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button } from "@/ui";

import { fromWhere, ofWhom } from "./HeldRow";
import styles from "./held.module.css";

/** A bundle that was released: by whom, why, and its answer once more for whoever lost it. */
export function ReleasedRow({ bundle, now, isOnline, isBusy, onAgain }: {
  bundle: HeldBundle;
  now: Timestamp;
  isOnline: boolean;
  isBusy: boolean;
  onAgain: () => void;
}) {
  const w = useWords();
  const words = w.courier.held;
  const { released } = bundle;
  if (!released) return null;
  const by = released.by === null ? words.byPlatform : ofWhom({ person: released.by });
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.head}>
          <strong>{ofWhom(bundle)}</strong>
          <span className="figures">{words.actions(bundle.actions)}</span>
        </p>
        <p className={styles.second}>{fromWhere(w, bundle)}</p>
        <p className={styles.second} title={fullWhenWords(w, released.at)}>
          {words.releasedBy(whenWords(w, released.at, now), by)}
        </p>
        <p>{words.because(released.reason)}</p>
      </div>
      <Button
        busy={isBusy}
        icon={Download}
        onPress={onAgain}
        reason={isOnline ? null : words.needsLine}
        tone="plain"
      >
        {words.again}
      </Button>
    </li>
  );
}
