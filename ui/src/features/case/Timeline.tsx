import { Link } from "@tanstack/react-router";
import { ChevronRight, CloudUpload } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import type { EventView, TicketView } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Explained, Icon, State } from "@/ui";

import { ACTION_ICONS } from "./actionIcons";
import styles from "./case.module.css";
import { saidWords, writtenText } from "./eventWords";

/** Clocks that differ by more than this are shown side by side. */
const SKEW_MS = 120_000;

/** What happened, a line per event, the oldest first. */
export function Timeline({ view, now }: { view: TicketView; now: number }) {
  const w = useWords();
  const last = view.events.at(-1);
  const end = useRef<HTMLOListElement>(null);
  const count = view.events.length;
  const [first] = useState(count);
  useEffect(() => {
    // What was just done is shown; opening a case begins at its top.
    if (count > first) end.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [count, first]);
  return (
    <section aria-label={w.ticket.timeline.title}>
      <h3 className={styles.heading}>{w.ticket.timeline.title}</h3>
      <ol className={styles.timeline} ref={end}>
        {view.events.map((event) => (
          <EventLine
            event={event}
            isOpen={event === last}
            key={event.event.id}
            now={now}
            view={view}
          />
        ))}
      </ol>
    </section>
  );
}

function EventLine({ event: { event, actor, provisional }, view, now, isOpen }: {
  event: EventView;
  view: TicketView;
  now: number;
  isOpen: boolean;
}) {
  const w = useWords();
  const text = writtenText(event.action);
  const skewed = !provisional && Math.abs(event.at - event.device_at) > SKEW_MS;
  const head = (
    <>
      <Icon className={styles.eventIcon} of={ACTION_ICONS[event.action.do]} size={1} />
      <span className={styles.eventWho} title={`${actor.organisation} ${w.enums.role[actor.role]}`}>
        {actor.name}
      </span>
      <span className={styles.eventSaid}>
        {saidWords(w, view, event.action)}
        {text && <span className={styles.eventExcerpt}>{text}</span>}
      </span>
      {provisional && (
        <Explained text={w.ticket.timeline.provisionalNote}>
          <State icon={CloudUpload} tone="blue">
            {w.ticket.timeline.provisional}
          </State>
        </Explained>
      )}
      <time className={styles.eventTime} dateTime={new Date(event.at).toISOString()} title={fullWhenWords(w, event.at)}>
        {whenWords(w, event.at, now)}
      </time>
    </>
  );
  const way = (
    <Link
      aria-label={w.way.openOf(saidWords(w, view, event.action))}
      className={styles.eventWay}
      params={{ id: event.id }}
      to="/way/$id"
    >
      {w.ticket.timeline.way}
    </Link>
  );
  if (!text) {
    return (
      <li className={styles.event} data-provisional={provisional || undefined}>
        <div className={styles.eventHead}>
          <span className={styles.eventFold} />
          {head}
        </div>
        {way}
      </li>
    );
  }
  return (
    <li className={styles.event} data-provisional={provisional || undefined}>
      <details open={isOpen}>
        <summary className={styles.eventHead}>
          <Icon className={styles.eventFold} of={ChevronRight} size={0.875} />
          {head}
        </summary>
        <div className={styles.eventText}>
          {text}
          {skewed && (
            <p className="soft">{w.ticket.timeline.deviceTime(fullWhenWords(w, event.device_at))}</p>
          )}
        </div>
      </details>
      {way}
    </li>
  );
}
