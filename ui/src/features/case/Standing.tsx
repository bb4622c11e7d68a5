import { Link } from "@tanstack/react-router";
import {
  CirclePause,
  FileClock,
  FileSearch,
  type LucideIcon,
  Megaphone,
  Merge,
  MessageCircleQuestion,
  Signature,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";

import type { TicketView } from "@/generated/types";
import { dueDayWords, useWords, whenWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "./case.module.css";
import { personWords, receiverWords } from "./eventWords";
import { ruleAgainst } from "./nextStep";

interface Props {
  view: TicketView;
  now: number;
}

/** What the ticket waits for, in a sentence, and what is asked of this person. */
export function Standing({ view, now }: Props) {
  return (
    <>
      <Waits now={now} view={view} />
      <Asked now={now} view={view} />
    </>
  );
}

function Waits({ view, now }: Props) {
  const w = useWords();
  const { standing } = w.ticket;
  const { status, closing, handoff, consultation, pauses, review } = view.ticket;
  const pause = pauses.findLast(({ to }) => to === null);
  if (status === "merged") return <MergedInto view={view} />;
  if (closing) return <Ended now={now} view={view} />;
  if (handoff) return <HandedOver view={view} />;
  if (consultation && !consultation.opinion) {
    const forMe = ruleAgainst(view, "opinion") === null;
    const { asked, askedYou } = w.ticket.consultation;
    return (
      <Told
        head={
          forMe
            ? askedYou(personWords(view, consultation.asked_by))
            : asked(personWords(view, consultation.consultant), consultation.due_days)
        }
        icon={MessageCircleQuestion}
        text={consultation.question}
        tone="violet"
      />
    );
  }
  if (status === "suspended" && pause) {
    const head = standing.suspended(whenWords(w, pause.from, now), w.enums.pauseKind[pause.kind]);
    return <Told head={head} icon={CirclePause} text={pause.reason} tone="violet" />;
  }
  const notice = review?.corrections.at(-1);
  if (status === "awaiting_applicant" && notice) {
    return <Told head={standing.awaitingApplicant(notice.due_days)} icon={FileClock} tone="violet" />;
  }
  if (status === "under_examination" && review?.submitted_at) {
    const head = standing.underExamination(whenWords(w, review.submitted_at, now));
    return <Told head={head} icon={FileSearch} tone="violet" />;
  }
  return null;
}

/** What others ask of this person: to assist, or to answer an urging. */
function Asked({ view, now }: Props) {
  const w = useWords();
  const { standing } = w.ticket;
  const { assists, urgings } = view.ticket;
  const dueOf = (reference: string) => {
    const clock = view.clocks.find((candidate) => candidate.reference === reference);
    return clock ? `${w.punctuation.dot}${standing.dueBy(dueDayWords(w, clock.due_at, now))}` : "";
  };
  const mayAssist = ruleAgainst(view, "answer_assist") === null;
  const mayAnswer = ruleAgainst(view, "answer_urging") === null;
  return (
    <>
      {mayAssist &&
        assists
          .filter(({ end }) => end === null)
          .map(({ id, asked_by, task }) => (
            <Told
              head={`${standing.assistAsked(personWords(view, asked_by))}${dueOf(id)}`}
              icon={UsersRound}
              key={id}
              text={task}
              tone="blue"
            />
          ))}
      {mayAnswer &&
        urgings
          .filter(({ answer }) => answer === null)
          .map(({ id, by, text }) => (
            <Told
              head={`${standing.urged(personWords(view, by))}${dueOf(id)}`}
              icon={Megaphone}
              key={id}
              text={text}
              tone="amber"
            />
          ))}
    </>
  );
}

function Ended({ view, now }: Props) {
  const w = useWords();
  const { closing, status } = view.ticket;
  if (!closing) return null;
  return (
    <Notice tone="jade">
      <strong>
        {w.enums.status[status]}
        {w.punctuation.dot}
        {w.enums.outcome[closing.outcome]}
        {status === "closed" && `${w.punctuation.dot}${w.ticket.block.followUpDue}`}
      </strong>{" "}
      <span className="soft">
        {personWords(view, closing.by)} {whenWords(w, closing.at, now)}
        {w.punctuation.dot}
        {w.enums.via[closing.via]}
      </span>
      <p className={styles.prose}>{closing.feedback}</p>
    </Notice>
  );
}

function HandedOver({ view }: { view: TicketView }) {
  const w = useWords();
  const { waiting, sent, assignedHere, assigned } = w.ticket.handoff;
  const { handoff } = view.ticket;
  if (!handoff) return null;
  const forMe = ruleAgainst(view, "sign_for") === null;
  const { designated } = handoff;
  const from = receiverWords(view, handoff.from, handoff.from_organisation);
  const to = receiverWords(view, handoff.to_staff, handoff.to_organisation);
  const [here, away] = designated
    ? ([assignedHere(personWords(view, handoff.from)), assigned(to)] as const)
    : ([waiting(from), sent(to)] as const);
  return <Told head={forMe ? here : away} icon={Signature} text={handoff.note} tone="blue" />;
}

function MergedInto({ view }: { view: TicketView }) {
  const w = useWords();
  const { standing } = w.ticket;
  const into = view.related.find(({ relation }) => relation === "merged_into");
  const name = into ? (into.number ?? into.subject) : standing.mergedInto;
  const open = into && (
    <Link params={{ ticket: into.id }} to="/tickets/$ticket">
      {w.common.open}
    </Link>
  );
  return (
    <Told
      action={open}
      head={standing.merged(name)}
      icon={Merge}
      text={into?.number ? into.subject : ""}
      tone="violet"
    />
  );
}

function Told({ icon, head, text, tone, action }: {
  icon: LucideIcon;
  head: string;
  text?: string;
  tone: "blue" | "amber" | "violet";
  action?: ReactNode;
}) {
  return (
    <Notice action={action} icon={icon} tone={tone}>
      <strong>{head}</strong>
      {text && <p className={styles.prose}>{text}</p>}
    </Notice>
  );
}
