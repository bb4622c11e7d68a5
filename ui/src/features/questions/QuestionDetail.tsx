import { ArrowLeft, CloudUpload } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import type { KnowledgeRow, QuestionStepKind, QuestionView, Timestamp } from "@/generated/types";
import { dayWords, calendarDay, errorWords, fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button, ErrorState, Explained, State, useNow, Waiting } from "@/ui";

import { Ending, SentBack } from "./detail/Ending";
import { DraftPart } from "./detail/DraftPart";
import { Origin } from "./detail/Origin";
import { Part } from "./detail/Part";
import { People } from "./detail/People";
import { Steps } from "./detail/Steps";
import styles from "./detail.module.css";
import { DraftDialog } from "./draft/DraftDialog";
import { CLOCK_MS } from "./due";
import { DueClock } from "./DueClock";
import { OftenMark } from "./OftenMark";
import { whoOf } from "./people";
import { StageMark } from "./StageMark";
import { PointDialog } from "./steps/PointDialog";
import { PublishDialog } from "./steps/PublishDialog";
import { ReasonDialog } from "./steps/ReasonDialog";
import { StepBar } from "./steps/StepBar";

/** A question from raising it to its end, and what may be done now. */
export function QuestionDetail({ question, onBack, isAlone }: {
  question: string;
  /** Leads back to the list. */
  onBack: () => void;
  /** The window is too narrow to show the list beside it. */
  isAlone: boolean;
}) {
  const w = useWords();
  const words = w.questions;
  const now = useNow();
  const { data, error, refetch } = useCommand("question_get", { question }, { everyMs: CLOCK_MS });
  if (error && (!data || error.code === "not_found")) {
    return (
      <ErrorState
        action={
          error.code === "not_found" ? (
            <Button onPress={onBack}>{words.back}</Button>
          ) : (
            <Button onPress={() => void refetch()}>{w.common.retry}</Button>
          )
        }
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  const { proposed, draft, also_asked_by: also } = data.question;
  return (
    <div className={styles.scroll}>
      <article className={styles.question}>
        {isAlone && (
          <div>
            <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
              {words.back}
            </Button>
          </div>
        )}
        <Head now={now} view={data} />
        <Ending view={data} />
        <SentBack view={data} />
        <Acting view={data} />
        {draft && <DraftPart draft={draft} now={now} view={data} />}
        {proposed && (
          <Part title={words.parts.proposed}>
            <p className={styles.prose}>{proposed}</p>
          </Part>
        )}
        <Part title={words.parts.origin}>
          <Origin origin={data.question.origin} />
        </Part>
        {also.length > 0 && (
          <Part title={words.parts.people}>
            <People view={data} />
          </Part>
        )}
        <Part title={words.parts.steps}>
          <Steps now={now} view={data} />
        </Part>
      </article>
    </div>
  );
}

/** The question, where it stands, its clock, and who raised it about what. */
function Head({ view, now }: { view: QuestionView; now: Timestamp }) {
  const w = useWords();
  const words = w.questions;
  const { question, clock } = view;
  const due = clock && words.due(dayWords(w, calendarDay(clock.due_at)));
  return (
    <header className={styles.head}>
      <div className={styles.marks}>
        <StageMark filled question={question} />
        <OftenMark view={view} />
        {clock && (
          <Explained text={clock.unpublished_year ? `${due ?? ""}${w.punctuation.stop}${words.dueUnpublished}` : due}>
            <DueClock now={now} view={view} />
          </Explained>
        )}
        {view.pending > 0 && (
          <Explained text={words.pendingNote}>
            <State icon={CloudUpload} tone="blue">
              {w.common.pendingUpload}
            </State>
          </Explained>
        )}
      </div>
      <h1 className={styles.title}>{question.text}</h1>
      <p className={styles.facts}>
        <span title={fullWhenWords(w, question.asked_at)}>
          {words.facts.asked(whoOf(view, question.asked_by), whenWords(w, question.asked_at, now))}
        </span>
        <span>{question.department ?? words.facts.noDepartment}</span>
        {view.matter && <span>{view.matter}</span>}
      </p>
    </header>
  );
}

type Open = { kind: QuestionStepKind; entry: KnowledgeRow | null };

/** The steps, and the dialog of the one that was chosen. */
function Acting({ view }: { view: QuestionView }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { question } = view;
  const close = () => setOpen(null);
  return (
    <>
      <StepBar onOpen={(kind) => setOpen({ kind, entry: null })} view={view} />
      {open?.kind === "submit" && (
        <DraftDialog onClose={close} onPoint={(entry) => setOpen({ kind: "point", entry })} view={view} />
      )}
      {open?.kind === "point" && <PointDialog first={open.entry} onClose={close} question={question} />}
      {open?.kind === "publish" && <PublishDialog onClose={close} view={view} />}
      {(open?.kind === "send_back" || open?.kind === "decline") && (
        <ReasonDialog key={open.kind} kind={open.kind} onClose={close} view={view} />
      )}
    </>
  );
}
