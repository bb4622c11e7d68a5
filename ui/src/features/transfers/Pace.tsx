import { Pause, Play } from "lucide-react";
import { useState } from "react";

import { useAction } from "@/api";
import type { FilePace } from "@/generated/types";
import { errorWords, sizeWords, useWords } from "@/i18n";
import { Button, Select, toast } from "@/ui";

import { OwnBudget } from "./OwnBudget";
import styles from "./transfers.module.css";
import { BUDGETS } from "./way";

const UNLIMITED = "unlimited";
const OWN = "own";

/** Pause all or go on, and how much a minute may carry. */
export function Pace({ pace }: { pace: FilePace }) {
  const w = useWords();
  const words = w.transfers;
  const set = useAction("files_pace_set");
  const [isOwn, setOwn] = useState(false);
  const { paused, bytes_per_minute: budget } = pace;
  const known = budget === null || BUDGETS.includes(budget);

  function change(patch: Partial<FilePace>, onDone?: () => void) {
    set.mutate(
      { ...pace, ...patch },
      { onSuccess: onDone, onError: (error) => toast("red", errorWords(w, error)) },
    );
  }

  function changeBudget(next: number | null) {
    change({ bytes_per_minute: next }, () => {
      setOwn(false);
      toast("jade", next === null ? words.budgetOff : words.budgetSet(sizeWords(next)));
    });
  }

  function choose(id: string) {
    if (id === OWN) setOwn(true);
    else changeBudget(id === UNLIMITED ? null : Number(id));
  }

  return (
    <>
      <div className={styles.pace}>
        <span aria-hidden className={styles.paceLabel}>
          {words.budget}
        </span>
        <div className={styles.budget}>
          <Select
            hideLabel
            label={words.budget}
            onChange={choose}
            options={[
              { id: UNLIMITED, label: words.unlimited },
              ...BUDGETS.map((bytes) => ({ id: String(bytes), label: sizeWords(bytes) })),
              ...(known ? [] : [{ id: String(budget), label: sizeWords(budget) }]),
              { id: OWN, label: words.own },
            ]}
            value={isOwn ? OWN : budget === null ? UNLIMITED : String(budget)}
          />
        </div>
        <Button
          busy={set.isPending}
          icon={paused ? Play : Pause}
          onPress={() => change({ paused: !paused })}
          tone={paused ? "primary" : "quiet"}
        >
          {paused ? words.goOn : words.pauseAll}
        </Button>
      </div>
      {isOwn && <OwnBudget onCancel={() => setOwn(false)} onSet={changeBudget} />}
    </>
  );
}
