import { CircleAlert, CircleCheck } from "lucide-react";

import type { PastPractice } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Button, State, useNow } from "@/ui";


import styles from "./list.module.css";

/** Runs that were handed in, the last first. */
export function PastRuns({ past, onResult }: {
  past: readonly PastPractice[];
  onResult: (run: string) => void;
}) {
  const w = useWords();
  const words = w.practice;
  const now = useNow();
  return (
    <section aria-label={words.past}>
      <h2 className={styles.levelTitle}>{words.past}</h2>
      {past.length === 0 ? (
        <p className="soft">{words.pastEmpty}</p>
      ) : (
        <table className={styles.past}>
          <thead>
            <tr>
              <th scope="col">{words.pastWhen}</th>
              <th scope="col">{words.pastMatter}</th>
              <th scope="col">{words.pastPoints}</th>
              <th>
                <span className="visually-hidden">{words.pastOpen}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {past.map((run) => (
              <tr key={run.run}>
                <td className="figures">{whenWords(w, run.at, now)}</td>
                <td>{run.matter ?? words.goneCase}</td>
                <td>
                  <State icon={run.passed ? CircleCheck : CircleAlert} tone={run.passed ? "jade" : "amber"}>
                    {words.points(run.points)}
                  </State>
                </td>
                <td>
                  {run.matter !== null && (
                    <Button onPress={() => onResult(run.run)} size="small" tone="plain">
                      {words.pastOpen}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
