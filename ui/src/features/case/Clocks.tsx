import { CircleHelp } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import type { ClockView } from "@/generated/types";
import { clockShare, clockWords, dateWords, dueDayWords, fullWhenWords, useWords } from "@/i18n";
import { ClockRing, DefinitionList, Icon, Notice, Panel } from "@/ui";

import styles from "./case.module.css";

/** The clocks that run, the nearest first; each explains itself. */
export function Clocks({ clocks, now }: { clocks: ClockView[]; now: number }) {
  const w = useWords();
  if (clocks.length === 0) return null;
  return (
    <ul aria-label={w.ticket.clocks} className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={clock.kind}>
          <Clock clock={clock} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Clock({ clock, now }: { clock: ClockView; now: number }) {
  const w = useWords();
  const why = w.ticket.why;
  const name = w.enums.clock[clock.kind];
  return (
    <Panel
      label={why.title}
      trigger={
        <AriaButton className={styles.clock ?? ""} data-urgency={clock.urgency}>
          <span className={styles.clockName}>{name}</span>
          <ClockRing share={clockShare(clock, now)} urgency={clock.urgency}>
            {clockWords(w, clock, now)}
          </ClockRing>
          <span className={styles.clockDue}>{dueDayWords(w, clock.due_at, now)}</span>
          <Icon className={styles.clockHelp} of={CircleHelp} size={0.875} />
        </AriaButton>
      }
    >
      <h3 className={styles.whyTitle}>{why.title}</h3>
      <DefinitionList
        items={[
          [why.started, fullWhenWords(w, clock.started_at)],
          [why.days, `${w.time.days(clock.days, true)}${w.punctuation.dot}${why.firstDay}`],
          [why.due, dateWords(w, clock.due_at)],
          [why.basis, why.basisText[clock.kind]],
        ]}
      />
      <p className={styles.whyNote}>{why.holidays}</p>
      {clock.unpublished_year && <Notice tone="amber">{why.unpublished}</Notice>}
    </Panel>
  );
}
