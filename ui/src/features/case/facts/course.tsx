import { Link } from "@tanstack/react-router";
import { AlarmClockOff, CirclePause, Link2, PhoneCall } from "lucide-react";

import type { TicketView } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";

import { clockSubject } from "../clockSubject";
import { personWords } from "../eventWords";
import { StatusWord } from "../StatusMark";
import { Entry, Fact, Said } from "./Fact";
import styles from "./facts.module.css";

interface Props {
  view: TicketView;
  now: number;
}

/** When the case stood still, and why. */
export function PauseFact({ view, now }: Props) {
  const w = useWords();
  const { block } = w.ticket;
  const { pauses } = view.ticket;
  const last = pauses.at(-1);
  return (
    <Fact
      icon={CirclePause}
      name={block.pauses}
      summary={`${block.pausesCount(pauses.length)}${last ? `${w.punctuation.dot}${w.enums.pauseKind[last.kind]}` : ""}`}
    >
      {pauses.map(({ kind, reason, from, to }) => (
        <Entry
          head={w.enums.pauseKind[kind]}
          key={from}
          side={
            <span className={styles.when}>
              {to === null
                ? block.spanOpen(whenWords(w, from, now))
                : block.span(whenWords(w, from, now), whenWords(w, to, now))}
            </span>
          }
        >
          <Said name={block.reason} text={reason} />
        </Entry>
      ))}
    </Fact>
  );
}

/** Other tickets of the same affair. */
export function RelatedFact({ view }: { view: TicketView }) {
  const w = useWords();
  const { block } = w.ticket;
  const [first] = view.related;
  return (
    <Fact
      icon={Link2}
      name={block.related}
      summary={[block.relatedCount(view.related.length), first?.subject].filter(Boolean).join(w.punctuation.dot)}
    >
      {view.related.map(({ id, number, subject, status, relation }) => (
        <Entry
          head={
            <Link params={{ ticket: id }} to="/tickets/$ticket">
              {subject}
            </Link>
          }
          key={`${relation} ${id}`}
          side={
            <>
              <span className={styles.when}>
                {w.enums.relation[relation]}
                {w.punctuation.dot}
                {number ?? w.ticket.provisional}
              </span>
              <StatusWord status={status} />
            </>
          }
        />
      ))}
    </Fact>
  );
}

/** Clocks that had run out before what they asked for was done. */
export function BreachFact({ view, now }: Props) {
  const w = useWords();
  const { block } = w.ticket;
  const { breaches } = view.ticket;
  const names = [...new Set(breaches.map(({ kind }) => w.enums.clock[kind]))];
  return (
    <Fact
      icon={AlarmClockOff}
      name={block.breaches}
      summary={`${block.breachesCount(breaches.length)}${w.punctuation.dot}${names.join(w.punctuation.listComma)}`}
    >
      {breaches.map(({ kind, reference, due_at, done_at }) => (
        <Entry
          head={[w.enums.clock[kind], clockSubject(view, reference)].join(" ").trim()}
          key={`${kind} ${reference ?? ""} ${due_at} ${done_at}`}
          side={
            <span className={styles.when} title={fullWhenWords(w, done_at)}>
              {block.breach(whenWords(w, due_at, now), whenWords(w, done_at, now))}
            </span>
          }
        />
      ))}
    </Fact>
  );
}

/** What was found each time the citizen was asked after closing. */
export function FollowUpFact({ view, now }: Props) {
  const w = useWords();
  const { block } = w.ticket;
  const { follow_ups: ends } = view.ticket;
  const last = ends.at(-1);
  return (
    <Fact icon={PhoneCall} name={block.followUps} summary={last ? w.enums.loopOutcome[last.outcome] : ""}>
      {ends.map(({ outcome, note, at, by }) => (
        <Entry
          head={w.enums.loopOutcome[outcome]}
          key={at}
          side={
            <span className={styles.when}>
              {personWords(view, by)} {whenWords(w, at, now)}
            </span>
          }
        >
          {note.trim() !== "" && <p className={styles.said}>{note}</p>}
        </Entry>
      ))}
    </Fact>
  );
}
