import { GraduationCap } from "lucide-react";

import { useCommand } from "@/api";
import type { Difficulty, PracticeRow } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, Icon, Waiting } from "@/ui";

import { Band } from "../Band";
import shared from "../practice.module.css";
import { CaseCard } from "./CaseCard";
import { PastRuns } from "./PastRuns";
import styles from "./list.module.css";

const LEVELS: Difficulty[] = ["easy", "medium", "hard"];

/** The sample cases from easy to hard, and what came of earlier runs. */
export function PracticeHome({ onCase, onResult }: {
  onCase: (id: string) => void;
  onResult: (run: string) => void;
}) {
  const w = useWords();
  const words = w.practice;
  const list = useCommand("practice_list", {});
  return (
    <div className={shared.page}>
      <Band />
      <div className={styles.scroll}>
        <div className={styles.home}>
          <header className={styles.lead}>
            <Icon of={GraduationCap} size={1.75} />
            <div>
              <h1 className={styles.pageTitle}>{words.title}</h1>
              <p>{words.lead}</p>
              <p className="soft">{words.offline}</p>
            </div>
          </header>
          {list.isPending && <Waiting label={w.common.loading} />}
          {list.isError && !list.data && (
            <ErrorState
              action={<Button onPress={() => void list.refetch()}>{w.common.retry}</Button>}
              text={errorWords(w, list.error)}
              title={w.errors.title}
              trace={list.error.trace_id ? w.errors.trace(list.error.trace_id) : undefined}
            />
          )}
          {list.data && <Cases onCase={onCase} rows={list.data.cases} />}
          {list.data && <PastRuns onResult={onResult} past={list.data.past} />}
        </div>
      </div>
    </div>
  );
}

function Cases({ rows, onCase }: { rows: readonly PracticeRow[]; onCase: (id: string) => void }) {
  const words = useWords().practice;
  return LEVELS.map((level) => (
    <section aria-label={words.difficulty[level]} key={level}>
      <h2 className={styles.levelTitle}>
        {words.difficulty[level]}
        <span>{words.difficultyNote[level]}</span>
      </h2>
      <ul className={styles.cases}>
        {rows
          .filter(({ difficulty }) => difficulty === level)
          .map((row) => (
            <CaseCard key={row.case} onOpen={() => onCase(row.case)} row={row} />
          ))}
      </ul>
    </section>
  ));
}
