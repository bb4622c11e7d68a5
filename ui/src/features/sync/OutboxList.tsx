import { CircleCheck } from "lucide-react";

import { useCommand } from "@/api";
import { errorWords, useWords } from "@/i18n";
import { Button, EmptyState, ErrorState, LineList, useNow, useRemPx, useRowPx, Waiting } from "@/ui";

import { OutboxRowView } from "./OutboxRowView";
import styles from "./outbox.module.css";
import { SyncNow } from "./SyncNow";

/** Height of the line that says why a row is held up, rem. */
const HELD_REM = 1.375;

/** What I did that the platform has not decided yet, in order. */
export function OutboxList() {
  const w = useWords();
  const words = w.sync.outbox;
  const now = useNow();
  const rowPx = useRowPx();
  const remPx = useRemPx();
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
      <LineList
        className={styles.list}
        heightOf={({ held }) => (held === null ? rowPx : rowPx + HELD_REM * remPx)}
        items={data}
        keyOf={({ id }) => id}
        label={words.title}
        render={(row) => <OutboxRowView now={now} row={row} />}
      />
    </div>
  );
}
