import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { ActionKind, Review, TicketView } from "@/generated/types";
import { dueDayWords, useWords, whenWords } from "@/i18n";
import { Button, Notice, useNow } from "@/ui";

import { defectsOf, progressOf } from "../rules/lines";
import {
  clockOf,
  type Lead,
  leadOf,
  needsLeave,
  nextOrdinal,
  openCorrection,
  ruleAgainst,
} from "../rules/standing";
import styles from "./step.module.css";

/** The steps that open a dialog. */
export type Step = Extract<
  ActionKind,
  "receive_materials" | "issue_correction" | "allow_correction" | "resubmit" | "submit" | "take_back"
>;

/** The foot of the list: how far it has come, and what that leads to. */
export function NextStep({ view, review, onGoOn, onStep }: {
  view: TicketView;
  review: Review;
  /** To the next line without a verdict. */
  onGoOn: () => void;
  onStep: (step: Step) => void;
}) {
  const w = useWords();
  const { done, all } = progressOf(review);
  const lead = leadOf(view, review);
  return (
    <footer className={styles.next}>
      <div className={styles.progress}>
        <strong className="figures">{w.review.progress.done(done, all)}</strong>
        <span
          aria-label={w.review.progress.label}
          aria-valuemax={all}
          aria-valuemin={0}
          aria-valuenow={done}
          className={styles.bar}
          role="progressbar"
        >
          {review.items.map(({ material, judged }) => (
            <span className={styles.tick} data-done={judged !== null || undefined} key={material} />
          ))}
        </span>
      </div>
      <Standing lead={lead} review={review} view={view} />
      <Steps lead={lead} onGoOn={onGoOn} onStep={onStep} view={view} />
    </footer>
  );
}

/** Where it stands, in a sentence. */
function Standing({ lead, view, review }: { lead: Lead; view: TicketView; review: Review }) {
  const w = useWords();
  const now = useNow();
  const words = w.review;
  const { done, all } = progressOf(review);
  const say = (sentence: ReactNode) => <p className={styles.sentence}>{sentence}</p>;
  switch (lead) {
    case "judge":
      return say(words.progress.left(all - done));
    case "correct":
      return (
        <>
          {say(words.progress.defects(defectsOf(review).length))}
          {needsLeave(review) && (
            <Notice tone="amber">
              {words.notice.second(nextOrdinal(review))}
              {ruleAgainst(view, "allow_correction") !== null && ` ${words.notice.secondWay}`}
            </Notice>
          )}
          {review.leave && (
            <Notice tone="jade">{words.allow.given(view.people[review.leave.by]?.name ?? "")}</Notice>
          )}
        </>
      );
    case "submit":
      return say(words.progress.allMeet);
    case "wait": {
      const clock = clockOf(view, "correction");
      return (
        <>
          {say(
            <>
              <strong>{words.waiting.title}</strong>
              {w.punctuation.dot}
              {openCorrection(review) && clock && words.waiting.until(dueDayWords(w, clock.due_at, now))}
            </>,
          )}
          {clock?.urgency === "over" && <Notice tone="red">{words.waiting.over}</Notice>}
          <p className={styles.small}>
            {words.waiting.withdraw}{" "}
            <Link params={{ ticket: view.ticket.id }} to="/tickets/$ticket">
              {words.waiting.toCase}
            </Link>
          </p>
        </>
      );
    }
    case "examined":
      return (
        <>
          {say(
            <>
              <strong>{words.submit.after}</strong>
              {review.submitted_at !== null && (
                <>
                  {w.punctuation.dot}
                  {words.submit.since(whenWords(w, review.submitted_at, now))}
                </>
              )}
            </>,
          )}
          <p className={styles.small}>{words.submit.afterNote}</p>
        </>
      );
    case "over":
      return say(words.progress.closed);
    case "paused":
      return say(
        <>
          {words.progress.paused} {w.enums.status[view.ticket.status]}
        </>,
      );
  }
}

/** The buttons: one in front, the others with the rule that stands against them. */
function Steps({ lead, view, onGoOn, onStep }: {
  lead: Lead;
  view: TicketView;
  onGoOn: () => void;
  onStep: (step: Step) => void;
}) {
  const w = useWords();
  const words = w.review;
  const button = (step: Step, label: string, isFirst: boolean) => {
    const rule = ruleAgainst(view, step);
    return (
      <Button
        onPress={() => onStep(step)}
        reason={rule === null ? null : w.errors.rule[rule]}
        tone={isFirst && rule === null ? "primary" : "quiet"}
      >
        {label}
      </Button>
    );
  };
  const mayAllow = ruleAgainst(view, "allow_correction") === null;
  switch (lead) {
    case "judge":
    case "correct":
    case "submit":
      return (
        <div className={styles.steps}>
          {lead === "judge" && ruleAgainst(view, "judge_material") === null && (
            <Button onPress={onGoOn} tone="primary">
              {words.progress.goOn}
            </Button>
          )}
          {mayAllow ? (
            button("allow_correction", words.allow.button, lead === "correct")
          ) : (
            <>
              {button("issue_correction", words.notice.button, lead === "correct")}
              {button("submit", words.submit.button, lead === "submit")}
            </>
          )}
        </div>
      );
    case "wait":
      return <div className={styles.steps}>{button("resubmit", words.resubmit.button, true)}</div>;
    case "examined":
      return <div className={styles.steps}>{button("take_back", words.takeBack.button, false)}</div>;
    case "over":
    case "paused":
      return null;
  }
}
