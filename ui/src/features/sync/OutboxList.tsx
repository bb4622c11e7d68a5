import { CircleCheck, CloudUpload, Hourglass } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import type { OutboxRow, Timestamp } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords, writtenText } from "@/i18n";
import { Button, EmptyState, ErrorState, State, useNow, useRowPx, VirtualList, Waiting } from "@/ui";

import { didWords } from "./didWords";
import styles from "./outbox.module.css";
import { SyncNow } from "./SyncNow";

/** What I did that the platform has not decided yet, in order. */
export function OutboxList({ onOpen }: { onOpen: (ticket: string) => void }) {
  const w = useWords();
  const words = w.sync.outbox;
  const now = useNow();
  const rowPx = useRowPx();
  const [active, setActive] = useState(-1);
  const { data, error, refetch } = useCommand("outbox_list", {});
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
  if (data.length === 0) {
    return <EmptyState action={<SyncNow tone="quiet" />} icon={CircleCheck} text={words.empty} />;
  }
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <span aria-live="polite" className="figures">
          {words.count(data.length)}
        </span>
        <SyncNow tone="primary" />
      </header>
      <VirtualList
        active={Math.min(active, data.length - 1)}
        className={styles.list ?? ""}
        items={data}
        keyOf={({ id }) => id}
        label={words.title}
        onActive={setActive}
        onOpen={({ ticket }) => onOpen(ticket)}
        render={(row, state) => <Row isActive={state.active} now={now} row={row} />}
        rowPx={rowPx}
      />
    </div>
  );
}

function Row({ row, now, isActive }: { row: OutboxRow; now: Timestamp; isActive: boolean }) {
  const w = useWords();
  const words = w.sync.outbox;
  const text = writtenText(row.action);
  const waits = row.waiting_for === "online" || row.waiting_for === "connecting";
  return (
    <div className={styles.row} data-active={isActive || undefined}>
      <div className={styles.line}>
        <span className={styles.did}>{didWords(w, row.action)}</span>
        <span className={styles.subject}>{row.subject || w.sync.noSubject}</span>
        <time className={styles.when} title={fullWhenWords(w, row.written_at)}>
          {whenWords(w, row.written_at, now)}
        </time>
      </div>
      <div className={styles.line}>
        <span className={styles.text}>{text}</span>
        <span className={styles.attempts}>{words.attempts(row.attempts)}</span>
        <State icon={waits ? CloudUpload : Hourglass} tone={waits ? "blue" : "amber"}>
          {words.waits[row.waiting_for]}
        </State>
      </div>
    </div>
  );
}
