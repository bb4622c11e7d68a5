import { Files } from "lucide-react";

import type { DraftState } from "@/api";
import { useWords } from "@/i18n";
import { Button } from "@/ui";

import styles from "./register.module.css";

/** The draft's state, a way to the similar tickets, and the two ways to register. */
export function RegisterFoot({ draft, similar, place, busy, onShowSimilar, onSubmit }: {
  draft: DraftState;
  /** How many similar tickets were found. */
  similar: number;
  /** Name of the other organisation it is registered for; `null`: my own. */
  place: string | null;
  busy: boolean;
  onShowSimilar: () => void;
  onSubmit: (claim: boolean) => void;
}) {
  const w = useWords();
  const r = w.register;
  const saved = {
    untouched: "",
    waiting: w.common.draftSaving,
    saved: w.common.draftSaved,
    failed: w.common.draftFailed,
  };
  return (
    <>
      <div className={styles.foot}>
        <span aria-live="polite" className={styles.draft}>
          {saved[draft]}
        </span>
        <span aria-live="polite">
          {similar > 0 && (
            <Button className={styles.toSimilar} icon={Files} onPress={onShowSimilar} size="small" tone="plain">
              {r.similar.hint(similar)}
            </Button>
          )}
        </span>
      </div>
      {place === null ? (
        <>
          <Button busy={busy} onPress={() => onSubmit(false)}>
            {r.submit}
          </Button>
          <Button busy={busy} onPress={() => onSubmit(true)} tone="primary">
            {r.submitAndClaim}
          </Button>
        </>
      ) : (
        <>
          <Button reason={r.route.noClaim(place)}>{r.submitAndClaim}</Button>
          <Button busy={busy} onPress={() => onSubmit(false)} tone="primary">
            {r.submitTo(place)}
          </Button>
        </>
      )}
    </>
  );
}
