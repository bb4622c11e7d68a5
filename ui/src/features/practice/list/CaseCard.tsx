import { CircleDashed, Hourglass, Medal } from "lucide-react";

import { useAction } from "@/api";
import type { PracticeRow } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, State, toast } from "@/ui";


import styles from "./list.module.css";

/** A sample case: who comes with what, and how one did in it. */
export function CaseCard({ row, onOpen }: { row: PracticeRow; onOpen: () => void }) {
  const w = useWords();
  const words = w.practice;
  const begin = useAction("practice_begin");
  const isNew = !row.under_way && row.best === null;
  return (
    <li className={styles.case}>
      <h3 className={styles.caseTitle}>{row.matter}</h3>
      <p className={styles.quote}>{row.said}</p>
      <p className={styles.caseFacts}>
        <span>{row.place}</span>
        <span>{words.materials(row.materials)}</span>
      </p>
      <footer className={styles.caseFoot}>
        <Standing row={row} />
        <Button
          aria-label={`${row.under_way ? words.goOn : isNew ? words.begin : words.again}${w.punctuation.colon}${row.matter}`}
          busy={begin.isPending}
          onPress={() =>
            begin.mutate(
              { case: row.case, anew: false },
              { onSuccess: onOpen, onError: (error) => toast("red", errorWords(w, error)) },
            )
          }
          size="small"
        >
          {row.under_way ? words.goOn : isNew ? words.begin : words.again}
        </Button>
      </footer>
    </li>
  );
}

function Standing({ row }: { row: PracticeRow }) {
  const words = useWords().practice;
  return (
    <span className={styles.standing}>
      {row.best !== null && (
        <State icon={Medal} tone={row.passed ? "jade" : "amber"}>
          {words.best(row.best)}
        </State>
      )}
      {row.under_way && (
        <State icon={Hourglass} tone="violet">
          {words.underWay}
        </State>
      )}
      {row.best === null && !row.under_way && (
        <State icon={CircleDashed} tone="soft">
          {words.neverDone}
        </State>
      )}
    </span>
  );
}
