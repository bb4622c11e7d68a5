import type { ReactNode } from "react";

import { errorWords, useWords } from "@/i18n";
import { Button, Notice } from "@/ui";

import type { Scope } from "./kinds";
import { Miss } from "./Miss";
import styles from "./palette.module.css";
import type { Finding } from "./useFound";

/** What came of the search: hits, none, or why not. It is also said to those who hear the screen. */
export function Answer({ finding, text, scope, isFiltered, onEverywhere, onUnfiltered, onAsk, children }: {
  finding: Finding;
  text: string;
  scope: Scope;
  isFiltered: boolean;
  onEverywhere: () => void;
  onUnfiltered: () => void;
  onAsk: () => void;
  /** The hits. */
  children: ReactNode;
}) {
  const w = useWords();
  const words = w.search;
  const { found, isFresh, error } = finding;
  const total = (found?.groups ?? []).reduce((sum, group) => sum + group.total, 0);
  const corrected = found?.corrected ? words.corrected(text, found.corrected) : null;
  const said = [corrected, total > 0 ? words.found(total) : words.miss.none(text)];
  return (
    <div className={styles.answer}>
      <p className="visually-hidden" role="status">
        {isFresh && said.filter(Boolean).join(" ")}
      </p>
      {error && (
        <div className={styles.note}>
          <Notice
            action={
              <Button onPress={finding.retry} size="small">
                {w.common.retry}
              </Button>
            }
            announce
            tone="amber"
          >
            {errorWords(w, error)}
          </Notice>
        </div>
      )}
      {isFresh && corrected && <p className={styles.note}>{corrected}</p>}
      {found && found.behind > 0 && <p className={styles.behind}>{words.behind(found.behind)}</p>}
      {total > 0 && children}
      {isFresh && total === 0 && (
        <div className={styles.miss}>
          <Miss
            isFiltered={isFiltered}
            onAsk={onAsk}
            onEverywhere={onEverywhere}
            onUnfiltered={onUnfiltered}
            scope={scope}
            text={text}
          />
        </div>
      )}
    </div>
  );
}
