import { KeyRound } from "lucide-react";
import { useState } from "react";

import { TEXT_DRAFT, useAction, useDraft } from "@/api";
import { ActionDialog } from "@/forms";
import type { StationRow, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button, State, TextArea, toast } from "@/ui";

import { shortStation } from "../shortStation";
import styles from "./stations.module.css";

/** As much as the platform's audit keeps of a reason. */
const MOST_REASON = 500;

/** What to do about a desk that was lost or stolen, and when that was done before. */
export function Revoke({ row, now, isOnline, onRevoked }: {
  row: StationRow;
  now: Timestamp;
  isOnline: boolean;
  onRevoked: () => void;
}) {
  const w = useWords();
  const words = w.stations.revoke;
  const [isAsked, setAsked] = useState(false);
  return (
    <div className={styles.revoke}>
      {row.revoked_at !== null && (
        <p title={fullWhenWords(w, row.revoked_at)}>
          <State icon={KeyRound} tone="amber">
            {words.revoked(whenWords(w, row.revoked_at, now))}
          </State>
        </p>
      )}
      <Button icon={KeyRound} onPress={() => setAsked(true)} reason={isOnline ? null : w.stations.needsLine} size="small">
        {words.button}
      </Button>
      {isAsked && (
        <RevokeDialog
          onClose={() => setAsked(false)}
          onRevoked={() => {
            setAsked(false);
            onRevoked();
          }}
          row={row}
        />
      )}
    </div>
  );
}

/** Says what revoking means before it is done, and asks why. */
function RevokeDialog({ row, onClose, onRevoked }: { row: StationRow; onClose: () => void; onRevoked: () => void }) {
  const w = useWords();
  const words = w.stations.revoke;
  const draft = useDraft(`revoke:${row.id}`, TEXT_DRAFT);
  const revoke = useAction("station_revoke");
  const reason = draft.value.trim();
  const run = () =>
    revoke.mutate(
      { station: row.id, reason },
      {
        onSuccess: () => {
          draft.clear();
          toast("jade", words.done(row.name));
          onRevoked();
        },
      },
    );
  return (
    <ActionDialog
      busy={revoke.isPending}
      draft={draft.state}
      error={revoke.error}
      isReady={reason !== ""}
      onClose={onClose}
      run={run}
      submit={words.submit}
      title={words.title(row.name, shortStation(row.id))}
      tone="danger"
      width={34}
    >
      <ul className={styles.means}>
        {words.means.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
      <TextArea
        autoFocus
        hint={words.reasonHint}
        isRequired
        label={words.reason}
        maxLength={MOST_REASON}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={2}
        value={draft.value}
      />
    </ActionDialog>
  );
}
