import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

import type { EventView, Timestamp, VerdictLetter } from "@/generated/types";
import {
  fullWhenWords,
  intentName,
  ticketAction,
  useWords,
  whenWords,
  type Words,
  writtenText,
} from "@/i18n";
import { Button, useNow } from "@/ui";

import { didWords } from "./didWords";
import { intentDid } from "./intentDid";
import { LetterMark } from "./LetterRow";
import { LetterSteps, type RegisterAgain, WrittenText } from "./LetterSteps";
import styles from "./letter.module.css";
import { ProposalFate } from "./ProposalFate";
import { WayLink } from "./WayLink";
import { whoWords } from "./whoWords";

/** One letter: what I did, what happened meanwhile, the rule, and what can be done now. */
export function Letter({ letter, onTicket, onRegister, onBack }: {
  letter: VerdictLetter;
  onTicket: (ticket: string) => void;
  onRegister: RegisterAgain | undefined;
  onBack: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.sync.verdicts;
  const now = useNow();
  const did = intentName(w, letter.action);
  const earliestFirst = [...letter.meanwhile].reverse();
  return (
    <div className={styles.scroll}>
      {onBack && (
        <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
          {words.back}
        </Button>
      )}
      <article className={styles.letter}>
        <header className={styles.head}>
          <div className={styles.headLine}>
            <LetterMark letter={letter} />
            <WayLink did={did} id={letter.id} />
          </div>
          <h2 className={styles.title}>{titleWords(words, letter, did)}</h2>
          <p>{letter.subject || w.sync.noSubject}</p>
        </header>
        <Part title={words.youDid}>
          <p title={fullWhenWords(w, letter.written_at)}>
            {words.youDidLine(whenWords(w, letter.written_at, now), intentDid(w, letter.action))}
          </p>
          <WrittenText text={writtenText(letter.action)} />
        </Part>
        <Part title={words.meanwhile}>
          {earliestFirst.length === 0 && <p>{ticketAction(letter.action)?.do === "register" ? words.nothingTold : words.nothingMeanwhile}</p>}
          <ol className={styles.events}>
            {earliestFirst.map((view) => (
              <Happened key={view.event.id} now={now} view={view} />
            ))}
          </ol>
          <p className="soft" title={fullWhenWords(w, letter.decided_at)}>
            {words.decided(whenWords(w, letter.decided_at, now))}
          </p>
        </Part>
        <Part title={words.rule}>
          <p className={styles.rule}>{w.errors.rule[letter.rule]}</p>
          <p>{words.why[letter.rule]}</p>
        </Part>
        {letter.parked && (
          <Part title={words.proposal.fate}>
            <ProposalFate letter={letter} now={now} />
          </Part>
        )}
        <Part title={words.can}>
          <LetterSteps letter={letter} onRegister={onRegister} onTicket={onTicket} />
        </Part>
      </article>
    </div>
  );
}

function titleWords(words: Words["sync"]["verdicts"], letter: VerdictLetter, did: string): string {
  if (!letter.parked) return words.refusedTitle(did);
  const end = letter.proposal?.end;
  if (!end) return words.parkedTitle(did);
  return end.taken ? words.takenTitle(did) : words.declinedTitle(did);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      <div className={styles.partBody}>{children}</div>
    </section>
  );
}

/** Something that happened meanwhile: when, who, what. */
function Happened({ view: { event, actor }, now }: { view: EventView; now: Timestamp }) {
  const w = useWords();
  const text = writtenText(event.action);
  return (
    <li className={styles.event}>
      <time className={styles.eventTime} title={fullWhenWords(w, event.at)}>
        {whenWords(w, event.at, now)}
      </time>
      <div>
        <p>{w.sync.verdicts.meanwhileLine(whoWords(actor), didWords(w, event.action))}</p>
        {text && <p className={styles.eventText}>{text}</p>}
      </div>
    </li>
  );
}
