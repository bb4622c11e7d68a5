import {
  CirclePause,
  CloudUpload,
  HeartHandshake,
  type LucideIcon,
  Megaphone,
  Split,
  Zap,
} from "lucide-react";
import { memo } from "react";

import type { ClockView, Status, TicketRow } from "@/generated/types";
import {
  clockBeat,
  clockShare,
  clockUrgency,
  clockWords,
  dateWords,
  useWords,
  type Words,
} from "@/i18n";
import { ClockRing, cx, Icon, useNow } from "@/ui";

import styles from "./queue.module.css";

/** Slower than this, the list's own time is good enough. */
const BEAT_MS = 30_000;

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
        {row.urged && <Mark icon={Megaphone} text={w.queue.urged} tone="red" />}
        {row.priority && <Mark icon={Zap} text={w.queue.priority} tone="amber" />}
        {row.elderly && <Mark icon={HeartHandshake} text={w.queue.elderly} tone="blue" />}
        {row.untriaged && row.status === "working" && (
          <Mark icon={Split} text={w.queue.untriaged} tone="soft" />
        )}
        {row.unread && <span className="visually-hidden">{w.queue.unread}</span>}
        {clock && <RowClock clock={clock} now={now} title={clockExplained(w, row)} />}
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

/** What sets a case apart, as a sign with its word. */
function Mark({ icon, text, tone }: {
  icon: LucideIcon;
  text: string;
  tone: "red" | "amber" | "blue" | "soft";
}) {
  return (
    <span className={styles.mark} data-tone={tone} title={text}>
      <Icon of={icon} size={0.875} />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

/** The nearest clock; each second only while seconds matter. */
function RowClock({ clock, now, title }: { clock: ClockView; now: number; title: string }) {
  const w = useWords();
  if (clock.paused) {
    return (
      <span className={cx(styles.clock, styles.paused)} title={title}>
        <Icon of={CirclePause} size={0.875} />
        {clockWords(w, clock, now)}
      </span>
    );
  }
  const beat = clockBeat(clock, now);
  return (
    <span className={styles.clock} title={title}>
      {beat < BEAT_MS ? <Ticking beat={beat} clock={clock} /> : <Ring clock={clock} now={now} />}
    </span>
  );
}

function Ticking({ clock, beat }: { clock: ClockView; beat: number }) {
  return <Ring clock={clock} now={useNow(beat)} />;
}

function Ring({ clock, now }: { clock: ClockView; now: number }) {
  const w = useWords();
  return (
    <ClockRing share={clockShare(clock, now)} urgency={clockUrgency(clock, now)}>
      {clockWords(w, clock, now)}
    </ClockRing>
  );
}

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
  const name = w.enums.clock[clock.kind];
  return clock.paused ? w.queue.paused(name) : w.queue.due_at(name, dateWords(w, clock.due_at));
}
