import { Check, Hourglass, Lightbulb, X } from "lucide-react";

import { useAction } from "@/api";
import type { ApiError, Proposal, Rule, TicketView } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords, writtenText } from "@/i18n";
import { Button, Icon, Notice, State, toast } from "@/ui";

import { personWords, saidWords } from "../eventWords";
import { decision, proposedDetails, wasUnderWay } from "./proposed";
import styles from "./holding.module.css";
import { useMyId } from "./useMyId";

/** One proposal with its whole text: the holder decides here, others see that it waits. */
export function ProposalCard({ proposal, view, now, onDecline }: {
  proposal: Proposal;
  view: TicketView;
  now: number;
  onDecline: () => void;
}) {
  const w = useWords();
  const words = w.holding.proposals;
  const me = useMyId();
  const answer = useAction("ticket_act");
  const { id, by, action, note } = proposal;
  const { decides, rule } = decision(view, proposal, me);
  const said = saidWords(w, view, action);
  const text = writtenText(action);
  const { holder } = view.ticket;

  function take() {
    answer.mutate(
      { ticket: view.ticket.id, action: { do: "answer_proposal", proposal: id, taken: true, note: "" } },
      { onSuccess: () => toast("jade", words.taken) },
    );
  }

  return (
    <div aria-labelledby={`proposal-${id}`} className={styles.proposal} role="group">
      <header className={styles.head}>
        <Icon className={styles.icon} of={Lightbulb} size={1} />
        <h3 className={styles.what} id={`proposal-${id}`}>
          {by === me ? words.yours(said) : words.head(personWords(view, by), said)}
        </h3>
        <When now={now} proposal={proposal} />
      </header>
      <div className={styles.body}>
        {proposedDetails(w, view, action).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {text && <blockquote className={styles.text}>{text}</blockquote>}
        {note.trim() !== "" && (
          <p className={styles.prose}>
            <span className="soft">{words.note}</span> {note}
          </p>
        )}
        {decides ? (
          <>
            <Outlook error={answer.error} isFile={action.do === "add_file"} rule={rule} />
            <div className={styles.steps}>
              {rule === null && (
                <Button busy={answer.isPending} icon={Check} onPress={take}>
                  {words.take}
                </Button>
              )}
              <Button
                icon={X}
                isDisabled={answer.isPending}
                onPress={onDecline}
                tone={rule === null ? "plain" : "quiet"}
              >
                {words.decline}
              </Button>
            </div>
          </>
        ) : (
          <State icon={Hourglass} tone="violet">
            {holder === null ? words.waitsUnclaimed : words.waits(personWords(view, holder))}
          </State>
        )}
      </div>
    </div>
  );
}

/** What taking it up will do, or why that is not possible. */
function Outlook({ rule, error, isFile }: {
  rule: Rule | null;
  error: ApiError | null;
  isFile: boolean;
}) {
  const w = useWords();
  const words = w.holding.proposals;
  if (rule !== null) {
    return (
      <Notice tone="amber">
        <p>{words.barred(w.errors.rule[rule])}</p>
        <p>{words.canDecline}</p>
      </Notice>
    );
  }
  if (error) {
    return (
      <Notice announce tone="red">
        <p>{words.notTaken(errorWords(w, error))}</p>
        {error.code === "refused" && <p>{words.canDecline}</p>}
      </Notice>
    );
  }
  return <p className="soft">{isFile ? words.effectFile : words.effect}</p>;
}

/** When it was written and when it arrived, where those differ. */
function When({ proposal, now }: { proposal: Proposal; now: number }) {
  const w = useWords();
  const words = w.holding.proposals;
  const { at, written_at: written } = proposal;
  const arrived = whenWords(w, at, now);
  return (
    <time className={styles.when} dateTime={new Date(written).toISOString()} title={fullWhenWords(w, written)}>
      {wasUnderWay(proposal) ? words.written(whenWords(w, written, now), arrived) : words.proposed(arrived)}
    </time>
  );
}
