import { Flag } from "lucide-react";
import { useEffect, useRef } from "react";

import type { SampleCase, TrialRun } from "@/generated/types";
import { useWords } from "@/i18n";
import { MARKS, necessityWords, VerdictMark } from "@/marks";
import { Icon } from "@/ui";

import shared from "../practice.module.css";
import { verdictOn } from "../stages";
import { ENDING } from "./HandlingStage";
import styles from "./run.module.css";

/** The materials with their marks, and below them how the handling ends. */
export function MaterialList({ sample, run, current, onPick }: {
  sample: SampleCase;
  run: TrialRun;
  current: string;
  onPick: (line: string) => void;
}) {
  const w = useWords();
  const words = w.practice.handling;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <div>
      <p className={shared.listHead}>{words.progress(run.judgements.length, sample.materials.length)}</p>
      <ol aria-label={words.list} className={styles.lines} ref={list}>
        {sample.materials.map(({ guide, sheets }) => {
          const mark = verdictOn(run, guide.id)?.verdict ?? "open";
          return (
            <li key={guide.id}>
              <button
                aria-current={guide.id === current ? "true" : undefined}
                className={styles.line}
                onClick={() => onPick(guide.id)}
                type="button"
              >
                <span className={shared.lineMark} data-tone={MARKS[mark].tone}>
                  <Icon of={MARKS[mark].icon} size={1.125} />
                </span>
                <span className={styles.lineName}>{guide.name}</span>
                <span className={styles.lineFacts}>
                  <VerdictMark mark={mark} />
                  <span>{necessityWords(w, guide.necessity)}</span>
                  {sheets.length === 0 && <span>{words.notBrought}</span>}
                </span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            aria-current={current === ENDING ? "true" : undefined}
            className={styles.line}
            onClick={() => onPick(ENDING)}
            type="button"
          >
            <span className={shared.lineMark} data-tone={run.concluded ? "jade" : "soft"}>
              <Icon of={Flag} size={1.125} />
            </span>
            <span className={styles.lineName}>{words.ending}</span>
            <span className={styles.lineFacts}>
              {run.concluded ? w.practice.ending.done : words.endingOpen}
            </span>
          </button>
        </li>
      </ol>
    </div>
  );
}
