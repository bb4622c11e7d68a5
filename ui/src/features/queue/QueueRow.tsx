import { CloudUpload, Zap } from "lucide-react";
import { memo } from "react";

import type { Status, TicketRow } from "@/generated/types";
import { clockShare, clockWords, dateWords, useWords, type Words } from "@/i18n";
import { ClockRing, cx, Icon } from "@/ui";

import styles from "./queue.module.css";

/** Two lines: who and what; then stage, channel, place and the first responder. The clock right. */
export const QueueRow = memo(function QueueRow({ row, now, isOpen, isActive }: {
  row: TicketRow;
  now: number;
  isOpen: boolean;
  isActive: boolean;
}) {
  const w = useWords();
  const { clock } = row;
  return (
    <div
      className={cx(styles.row, row.unread && styles.unread)}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
    >
      <div className={styles.line}>
        <span className={styles.who}>{row.requester}</span>
        <span className={styles.what}>{row.matter ?? row.subject}</span>
        {row.priority && (
          <span className={styles.mark} data-tone="amber" title={w.queue.priority}>
            <Icon of={Zap} size={0.875} />
            <span className="visually-hidden">{w.queue.priority}</span>
          </span>
        )}
        {row.unread && <span className="visually-hidden">{w.queue.unread}</span>}
        {clock && (
          <span className={styles.clock} title={clockExplained(w, row)}>
            <ClockRing share={clockShare(clock, now)} urgency={clock.urgency}>
              {clockWords(w, clock, now)}
            </ClockRing>
          </span>
        )}
      </div>
      <div className={styles.second}>
        <span className={styles.status} data-status={row.status}>
          {statusWords(w, row.status, row.stage)}
        </span>
        <span>{w.enums.channel[row.channel]}</span>
        <span className={styles.place}>{row.organisation}</span>
        <span className={styles.first}>
          {row.first_responder ? w.queue.firstResponder(row.first_responder) : w.queue.noFirstResponder}
        </span>
        {row.pending > 0 && (
          <span className={styles.pending}>
            <Icon of={CloudUpload} size={0.875} />
            {w.queue.pending}
          </span>
        )}
      </div>
    </div>
  );
});

/** The stage, and what it waits for where it does not simply go on. */
function statusWords(w: Words, status: Status, stage: TicketRow["stage"]): string {
  const stageWord = w.enums.stage[stage];
  return status === "working"
    ? stageWord
    : `${stageWord}${w.punctuation.dot}${w.enums.status[status]}`;
}

/** When the nearest clock ends, in full. */
export function clockExplained(w: Words, { clock }: TicketRow): string {
  if (!clock) return w.queue.noClock;
  return w.queue.due_at(w.enums.clock[clock.kind], dateWords(w, clock.due_at));
}
