import { CircleCheck, CircleX, Lightbulb } from "lucide-react";

import type { Proposal, TicketView } from "@/generated/types";
import { useWords, whenWords, writtenText } from "@/i18n";
import { State } from "@/ui";

import { personWords, saidWords } from "../eventWords";
import { proposedDetails } from "../holding/proposed";
import { Entry, Fact, Said } from "./Fact";
import styles from "./facts.module.css";

interface Props {
  view: TicketView;
  now: number;
}

/** What was proposed and decided on, with what came of it. */
export function ProposalFact({ view, now }: Props) {
  const w = useWords();
  const words = w.holding.proposals;
  const ended = view.ticket.proposals.filter(({ end }) => end !== null);
  const taken = ended.filter(({ end }) => end?.taken).length;
  return (
    <Fact icon={Lightbulb} name={words.fact} summary={words.sum(taken, ended.length - taken)}>
      {ended.map((proposal) => (
        <Ended key={proposal.id} now={now} proposal={proposal} view={view} />
      ))}
    </Fact>
  );
}

function Ended({ proposal: { by, action, note, end }, view, now }: Props & { proposal: Proposal }) {
  const w = useWords();
  const words = w.holding.proposals;
  if (!end) return null;
  const details = [...proposedDetails(w, view, action), writtenText(action)].filter(Boolean);
  return (
    <Entry
      head={words.head(personWords(view, by), saidWords(w, view, action))}
      side={
        <>
          <State icon={end.taken ? CircleCheck : CircleX} tone={end.taken ? "jade" : "soft"}>
            {end.taken ? words.outcome.taken : words.outcome.declined}
          </State>
          <span className={styles.when}>
            {personWords(view, end.by)} {whenWords(w, end.at, now)}
          </span>
        </>
      }
    >
      {details.map((line) => (
        <p className={styles.said} key={line}>
          {line}
        </p>
      ))}
      <Said name={words.note} text={note} />
      <Said name={words.answer} text={end.note} />
    </Entry>
  );
}
