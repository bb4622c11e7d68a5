import { CircleHelp, CirclePause } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";

import type { ClockView, TicketView } from "@/generated/types";
import { clockBeat, clockShare, clockUrgency, clockWords, dueDayWords, useWords } from "@/i18n";
import { ClockRing, Icon, Panel, useNow } from "@/ui";

import styles from "./clocks.module.css";
import { clockSubject } from "./clockSubject";
import { Why } from "./Why";

/** The clocks that run, the nearest first; each explains itself. */
export function Clocks({ view }: { view: TicketView }) {
  const w = useWords();
  const { clocks } = view;
  if (clocks.length === 0) return null;
  return (
    <ul aria-label={w.ticket.clocks} className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={`${clock.kind} ${clock.reference ?? ""}`}>
          <Clock
            clock={clock}
            subject={clockSubject(view, clock.reference)}
            ticket={view.ticket.id}
          />
        </li>
      ))}
    </ul>
  );
}

function Clock({ clock, subject, ticket }: {
  clock: ClockView;
  subject: string;
  ticket: string;
}) {
  const w = useWords();
  const [beat, setBeat] = useState(() => clockBeat(clock, Date.now()));
  const now = useNow(beat);
  // Each second only while seconds matter; the other clocks rest.
  const wanted = clockBeat(clock, now);
  if (wanted !== beat) setBeat(wanted);
  return (
    <Panel
      label={w.ticket.why.title}
      trigger={
        <AriaButton
          className={styles.clock ?? ""}
          data-paused={clock.paused || undefined}
          data-urgency={clockUrgency(clock, now)}
        >
          <span className={styles.name}>
            {w.enums.clock[clock.kind]}
            {subject && ` ${subject}`}
          </span>
          {clock.paused ? (
            <span className={styles.paused}>
              <Icon of={CirclePause} size={0.875} />
              {clockWords(w, clock, now)}
            </span>
          ) : (
            <>
              <ClockRing share={clockShare(clock, now)} urgency={clockUrgency(clock, now)}>
                {clockWords(w, clock, now)}
              </ClockRing>
              <span className={styles.due}>{dueDayWords(w, clock.due_at, now)}</span>
            </>
          )}
          <Icon className={styles.help} of={CircleHelp} size={0.875} />
        </AriaButton>
      }
    >
      <Why clock={clock} now={now} ticket={ticket} />
    </Panel>
  );
}
