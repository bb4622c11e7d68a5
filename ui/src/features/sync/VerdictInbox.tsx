import { MailOpen, MailCheck } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import type { VerdictLetter } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, EmptyState, ErrorState, useRowPx, VirtualList, Waiting } from "@/ui";

import { LetterRow } from "./LetterRow";
import { Letter } from "./Letter";
import type { RegisterAgain } from "./LetterSteps";
import styles from "./verdicts.module.css";

/** Refused and parked actions as letters: the list, and the one that is open. */
export function VerdictInbox({ isWide, onTicket, onRegister }: {
  /** List and letter side by side. */
  isWide: boolean;
  onTicket: (ticket: string) => void;
  /** Takes a refused registration back into the form; for those who may register. */
  onRegister: RegisterAgain | undefined;
}) {
  const w = useWords();
  const { data, error, refetch } = useCommand("verdict_list", {});
  if (error) {
    return (
      <ErrorState
        action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  if (data.length === 0) return <EmptyState icon={MailCheck} text={w.sync.verdicts.empty} />;
  return <Letters isWide={isWide} letters={inOrder(data)} onRegister={onRegister} onTicket={onTicket} />;
}

/** What waits for a person first, then what has been dealt with; each the newest first. */
function inOrder(letters: readonly VerdictLetter[]): VerdictLetter[] {
  const waits = ({ cleared_at }: VerdictLetter) => (cleared_at === null ? 0 : 1);
  return [...letters].sort((a, b) => waits(a) - waits(b) || b.decided_at - a.decided_at);
}

function Letters({ letters, isWide, onTicket, onRegister }: {
  letters: readonly VerdictLetter[];
  isWide: boolean;
  onTicket: (ticket: string) => void;
  onRegister: RegisterAgain | undefined;
}) {
  const w = useWords();
  const words = w.sync.verdicts;
  const rowPx = useRowPx();
  const [chosen, setChosen] = useState<string | null>(null);
  const first = isWide ? letters[0] : undefined;
  const letter = letters.find(({ id }) => id === chosen) ?? first;
  const waiting = letters.filter(({ cleared_at }) => cleared_at === null).length;
  const list = (
    <div className={styles.pane}>
      <p aria-live="polite" className={styles.count}>
        {waiting > 0 ? words.open(waiting) : words.allDone}
      </p>
      <VirtualList
        active={letters.findIndex(({ id }) => id === letter?.id)}
        className={styles.list ?? ""}
        items={letters}
        keyOf={({ id }) => id}
        label={words.list}
        onActive={(index) => isWide && setChosen(letters[index]?.id ?? null)}
        onOpen={({ id }) => setChosen(id)}
        render={(item) => <LetterRow isOpen={item.id === letter?.id} letter={item} />}
        rowPx={rowPx}
      />
    </div>
  );
  const open = letter && (
    <Letter
      key={letter.id}
      letter={letter}
      onBack={isWide ? undefined : () => setChosen(null)}
      onRegister={onRegister}
      onTicket={onTicket}
    />
  );
  if (!isWide) return open ?? list;
  return (
    <div className={styles.both}>
      {list}
      <div className={styles.reading}>
        {open ?? <EmptyState icon={MailOpen} text={words.pick} />}
      </div>
    </div>
  );
}
