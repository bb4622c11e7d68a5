import { CirclePause } from "lucide-react";

import { useCommand } from "@/api";
import type { ClockExplained, ClockView } from "@/generated/types";
import { dateWords, errorWords, fullWhenWords, limitWords, plainDayWords, useWords } from "@/i18n";
import { DefinitionList, Notice, Waiting } from "@/ui";

import styles from "./clocks.module.css";
import { DayGrid } from "./DayGrid";

/** Why a clock is due when it is: its limit, where that comes from, and every day on the way. */
export function Why({ clock, ticket, now }: { clock: ClockView; ticket: string; now: number }) {
  const w = useWords();
  const { why } = w.ticket;
  const { kind, reference } = clock;
  const answer = useCommand("clock_explain", { ticket, kind, reference });
  const inSeconds = clock.limit.unit === "seconds";
  const due = inSeconds ? fullWhenWords(w, clock.due_at) : dateWords(w, clock.due_at);
  return (
    <div className={styles.why}>
      <h3>{why.title}</h3>
      <DefinitionList
        items={[
          [why.started, fullWhenWords(w, clock.started_at)],
          [why.days, limitWords(w, clock.limit)],
          [why.due, clock.paused ? why.dueWithout(due) : due],
          [why.basis, why.basisText[kind]],
          [why.source, answer.data?.source && <Source explained={answer.data} />],
        ]}
      />
      {clock.paused && <Notice icon={CirclePause} tone="violet">{why.pausedNow}</Notice>}
      {answer.isPending && <Waiting label={w.common.loading} />}
      {answer.error && <p className={styles.note}>{errorWords(w, answer.error)}</p>}
      {answer.data && answer.data.days.length > 0 && <DayGrid days={answer.data.days} now={now} />}
      <p className={styles.note}>{basisNote()}</p>
      {clock.unpublished_year && <Notice tone="amber">{why.unpublished}</Notice>}
    </div>
  );

  function basisNote(): string {
    if (inSeconds) return why.serviceTime;
    return clock.limit.unit === "natural" ? why.naturalDays : why.holidays;
  }
}

/** What sets the limit, and since when; nothing where a person or the matter did. */
function Source({ explained: { source, since } }: { explained: ClockExplained }) {
  const w = useWords();
  return (
    <>
      {source}
      {since && <span className={styles.since}>{w.ticket.why.since(plainDayWords(w, since))}</span>}
    </>
  );
}
