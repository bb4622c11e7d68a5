import { CircleCheck, CircleX, Hourglass, Megaphone, UsersRound } from "lucide-react";

import type { Assist, TicketView, Urging } from "@/generated/types";
import { clockUrgency, clockWords, useWords, whenWords } from "@/i18n";
import { State } from "@/ui";

import { personWords, placeWords } from "../eventWords";
import { Entry, Fact, Said } from "./Fact";
import styles from "./facts.module.css";

interface Props {
  view: TicketView;
  now: number;
}

/** Who leads and who assists, each with its task, its time and its answer. */
export function UnitsFact({ view, now }: Props) {
  const w = useWords();
  const { block } = w.ticket;
  const { assists, organisation } = view.ticket;
  const open = assists.filter(({ end }) => end === null);
  const names = assists.map((assist) => placeWords(view, assist.organisation));
  const state = open.length > 0 ? block.assistsOpen(open.length) : block.assistsDone(assists.length);
  return (
    <Fact
      icon={UsersRound}
      name={block.units}
      summary={`${[...new Set(names)].join(w.punctuation.listComma)}${w.punctuation.dot}${state}`}
    >
      <Entry head={`${block.lead} ${placeWords(view, organisation)}`} />
      {assists.map((assist) => (
        <AssistEntry assist={assist} key={assist.id} now={now} view={view} />
      ))}
    </Fact>
  );
}

function AssistEntry({ assist, view, now }: Props & { assist: Assist }) {
  const w = useWords();
  const { block } = w.ticket;
  const { end } = assist;
  return (
    <Entry
      head={`${block.assist} ${placeWords(view, assist.organisation)}`}
      side={
        <>
          {end === null && <Due now={now} reference={assist.id} view={view} />}
          {end !== null && (
            <State icon={end.done ? CircleCheck : CircleX} tone={end.done ? "jade" : "soft"}>
              {end.done ? block.answered : block.dropped}
            </State>
          )}
          <span className={styles.when}>
            {block.askedBy(personWords(view, assist.asked_by), whenWords(w, assist.asked_at, now))}
          </span>
        </>
      }
    >
      <Said name={block.task} text={assist.task} />
      {end && <Said name={end.done ? block.answer : block.reason} text={end.text} />}
      {end && <By at={end.at} by={end.by} now={now} view={view} />}
    </Entry>
  );
}

/** What managers urged, and what was answered. */
export function UrgingFact({ view, now }: Props) {
  const w = useWords();
  const { block } = w.ticket;
  const { urgings } = view.ticket;
  const open = urgings.filter(({ answer }) => answer === null).length;
  return (
    <Fact
      icon={Megaphone}
      name={block.urgings}
      summary={open > 0 ? block.urgingsOpen(open) : `${block.urgingsCount(urgings.length)}${w.punctuation.dot}${block.answered}`}
    >
      {urgings.map((urging) => (
        <UrgingEntry key={urging.id} now={now} urging={urging} view={view} />
      ))}
    </Fact>
  );
}

function UrgingEntry({ urging, view, now }: Props & { urging: Urging }) {
  const w = useWords();
  const { block } = w.ticket;
  const { answer } = urging;
  return (
    <Entry
      head={personWords(view, urging.by)}
      side={
        <>
          {answer === null && <Due now={now} reference={urging.id} view={view} />}
          <span className={styles.when}>{whenWords(w, urging.at, now)}</span>
        </>
      }
    >
      <Said name={block.task} text={urging.text} />
      {answer && <Said name={block.answer} text={answer.text} />}
      {answer && <By at={answer.at} by={answer.by} now={now} view={view} />}
    </Entry>
  );
}

/** How long there is for an answer that has not come. */
function Due({ view, reference, now }: Props & { reference: string }) {
  const w = useWords();
  const clock = view.clocks.find((candidate) => candidate.reference === reference);
  const tone = { calm: "violet", soon: "amber", over: "red" } as const;
  return (
    <State icon={Hourglass} tone={clock ? tone[clockUrgency(clock, now)] : "violet"}>
      {w.ticket.block.waiting}
      {clock && `${w.punctuation.dot}${clockWords(w, clock, now)}`}
    </State>
  );
}

function By({ view, by, at, now }: Props & { by: string; at: number }) {
  const w = useWords();
  return (
    <p className={styles.when}>
      {personWords(view, by)} {whenWords(w, at, now)}
    </p>
  );
}
