import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";

import { useCommand } from "@/api";
import type { Inconsistency } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { MatterStateMark } from "@/marks";
import { Button, ErrorState, LineList, useRowPx, Waiting } from "@/ui";

import styles from "./health.module.css";

/** The matters that break a rule, each with the way to its guide. */
export function FindingMatters({ what, onBack }: {
  what: Inconsistency;
  /** Leads back to the rules, where they are not in sight. */
  onBack: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.health;
  const rowPx = useRowPx();
  const { data, error, refetch } = useCommand("library_findings", { what });
  return (
    <section aria-label={words.what[what]} className={styles.matters}>
      <header className={styles.mattersHead}>
        {onBack && (
          <div>
            <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
              {words.back}
            </Button>
          </div>
        )}
        <h2 className={styles.title}>{words.what[what]}</h2>
        <p>{words.because[what]}</p>
        {data && <p className={styles.facts}>{words.shown(data.rows.length, data.total)}</p>}
      </header>
      {error && !data && (
        <ErrorState
          action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, error)}
          title={w.errors.title}
          trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
        />
      )}
      {!data && !error && <Waiting label={w.common.loading} />}
      {data && (
        <LineList
          className={styles.list}
          heightOf={() => rowPx}
          items={data.rows}
          keyOf={(row) => row.id}
          label={words.list}
          render={(row) => (
            <div className={styles.matter}>
              <span className={styles.matterName} data-part="matter">
                <Link params={{ matter: row.id }} title={row.name} to="/matters/$matter">
                  {row.name}
                </Link>
              </span>
              {row.state !== "in_use" && <MatterStateMark state={row.state} />}
              <span className={styles.department}>
                {row.department}
                {w.punctuation.dot}
                {w.enums.level[row.level]}
              </span>
            </div>
          )}
        />
      )}
    </section>
  );
}
