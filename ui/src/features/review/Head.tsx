import { ArrowLeft, CircleHelp, ClipboardList, Clock3, CloudUpload, History, Inbox, Printer } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import { useCommand } from "@/api";
import type { ClockView, Matter, Review, TicketView } from "@/generated/types";
import {
  calendarDay,
  clockShare,
  clockWords,
  dateWords,
  fullWhenWords,
  plainDayWords,
  useWords,
} from "@/i18n";
import {
  Button,
  ClockRing,
  DefinitionList,
  Explained,
  Icon,
  IconButton,
  Notice,
  Panel,
  State,
  useNow,
  useShortcut,
} from "@/ui";

import styles from "./head.module.css";
import { clockOf, ruleAgainst } from "./rules/standing";
import { useOpenPaper } from "./papers";
import { Promises, promisesOf } from "./step/Promises";
import type { Step } from "./step/NextStep";

/** Whose materials they are, since when they are here, and how long there is to tell. */
export function Head({ view, review, matter, onBack, onStep, onHistory }: {
  view: TicketView;
  review: Review | null;
  matter: Matter | null;
  onBack: () => void;
  onStep: (step: Step) => void;
  onHistory: () => void;
}) {
  const w = useWords();
  const words = w.review;
  const { ticket } = view;
  const openPaper = useOpenPaper();
  useShortcut("p", () => openPaper(null));
  const promises = review ? promisesOf(review) : [];
  const receiveRule = ruleAgainst(view, "receive_materials");
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <IconButton icon={ArrowLeft} label={words.back} onPress={onBack} />
        <h1 className={styles.title}>
          {words.title}
          <span className={styles.who}>{ticket.requester.name}</span>
          <span className={styles.matter}>{ticket.matter?.name ?? ticket.subject}</span>
        </h1>
        {promises.length > 0 && review && (
          <Panel
            label={words.submit.promises}
            trigger={
              <Button icon={Clock3} tone="plain">
                {words.promises.title(promises.length)}
              </Button>
            }
          >
            <Promises review={review} view={view} />
          </Panel>
        )}
        {review && review.corrections.length > 0 && (
          <Button icon={History} onPress={onHistory} tone="plain">
            {words.notice.history(review.corrections.length)}
          </Button>
        )}
        <Button icon={Printer} onPress={() => openPaper(null)} tone="plain">
          {w.papers.button}
        </Button>
        {review && (
          <Button
            icon={Inbox}
            onPress={() => onStep("receive_materials")}
            reason={receiveRule === null ? null : w.errors.rule[receiveRule]}
          >
            {words.receive.button}
          </Button>
        )}
      </div>
      {review && (
        <div className={styles.facts}>
          <State filled icon={ClipboardList} tone={ticket.status === "working" ? "blue" : "violet"}>
            {w.enums.stage[ticket.stage]}
            {w.punctuation.dot}
            {w.enums.status[ticket.status]}
          </State>
          {view.pending > 0 && (
            <State icon={CloudUpload} tone="blue">
              {w.common.pendingUpload}
            </State>
          )}
          <span>{review.situation === null ? words.noSituation : situationWords(review, matter)}</span>
          {review.round > 1 && <span>{words.round(review.round)}</span>}
          <Receipt review={review} view={view} />
          <span className={styles.soft}>{words.notAcceptance}</span>
        </div>
      )}
    </header>
  );
}

function situationWords(review: Review, matter: Matter | null): string | null {
  if (review.situation === null) return null;
  return matter?.situations.find(({ id }) => id === review.situation)?.name ?? null;
}

/** The day of receipt, the five days that run from it, and what the law says when they are over. */
function Receipt({ view, review }: { view: TicketView; review: Review }) {
  const w = useWords();
  const words = w.review.receipt;
  const clock = clockOf(view, "one_notice");
  if (review.received_at === null) {
    return (
      <Explained text={words.noneWhy}>
        <span className={styles.fact}>{words.none}</span>
      </Explained>
    );
  }
  return (
    <>
      <span className={styles.fact}>
        {words.day} <strong>{plainDayWords(w, calendarDay(review.received_at))}</strong>
      </span>
      {clock && <FiveDays clock={clock} ticket={view.ticket.id} />}
      {clock && (
        <span className={styles.consequence} data-urgency={clock.urgency}>
          {clock.urgency === "over" ? words.over : words.consequence}
        </span>
      )}
    </>
  );
}

function FiveDays({ clock, ticket }: { clock: ClockView; ticket: string }) {
  const w = useWords();
  const now = useNow();
  const words = w.review.receipt;
  return (
    <Panel
      label={words.why}
      trigger={
        <AriaButton className={styles.clock ?? ""} data-urgency={clock.urgency}>
          {w.enums.clock.one_notice}
          <ClockRing share={clockShare(clock, now)} urgency={clock.urgency}>
            {clockWords(w, clock, now)}
          </ClockRing>
          <Icon className={styles.help} of={CircleHelp} size={0.875} />
        </AriaButton>
      }
    >
      <WhyFiveDays clock={clock} ticket={ticket} />
    </Panel>
  );
}

/** Asked once it is opened: the clock is gone as soon as the notice is out. */
function WhyFiveDays({ clock, ticket }: { clock: ClockView; ticket: string }) {
  const w = useWords();
  const words = w.review.receipt;
  const { data } = useCommand("clock_explain", { ticket, kind: clock.kind, reference: clock.reference });
  return (
    <>
      <h3>{words.why}</h3>
      <DefinitionList
        items={[
          [words.started, fullWhenWords(w, clock.started_at)],
          [words.limit, `${w.time.days(clock.limit.amount, true)}${w.punctuation.dot}${words.firstDay}`],
          [words.due, dateWords(w, clock.due_at)],
          [words.basis, data?.source ?? w.review.notice.basisText],
        ]}
      />
      <p className={styles.law}>
        {words.rule}
        {words.consequence}
      </p>
      {clock.unpublished_year && <Notice tone="amber">{words.unpublished}</Notice>}
    </>
  );
}
