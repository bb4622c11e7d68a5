import { Timer, TimerOff } from "lucide-react";
import type { ReactNode } from "react";

import { TEXT_DRAFT, useDraft } from "@/api";
import type { FirstResponse, SampleCase } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Explained, State, TextArea, useNow } from "@/ui";

import { Portrait } from "../sheet/Portrait";
import type { StageProps } from "./stage";
import styles from "./run.module.css";

const SECOND_MS = 1_000;
const TICK_MS = 500;
const PORTRAIT = { x: 0, y: 0, width: 74, height: 93 };

/** Who is at the counter and what they say; beside every stage, as in life. */
export function Counter({ sample, run, take, isBusy, id, limit, source, children }: StageProps & {
  /** Identity of the run. */
  id: string;
  /** Seconds there are for the first response. */
  limit: number;
  /** Where that limit comes from. */
  source: string;
  /** What else needs the room: the person then steps back behind their words. */
  children?: ReactNode;
}) {
  const words = useWords().practice.counter;
  const { called_at: calledAt, response } = run;
  if (calledAt === null) return null;
  const stepsBack = children !== undefined;
  return (
    <aside aria-label={words.title} className={styles.aside}>
      <div className={styles.counter}>
        {!stepsBack && <Person sample={sample} />}
        <blockquote aria-label={words.said} className={styles.said}>
          {sample.said}
        </blockquote>
        {response === null && (
          <Respond
            calledAt={calledAt}
            id={id}
            isBusy={isBusy}
            limit={limit}
            onSay={(text, onDone) => take({ step: "respond", text }, onDone)}
            source={source}
          />
        )}
        {response !== null && !stepsBack && (
          <Responded calledAt={calledAt} limit={limit} response={response} />
        )}
      </div>
      {children}
    </aside>
  );
}

function Person({ sample }: { sample: SampleCase }) {
  const words = useWords().practice.counter;
  return (
    <div className={styles.person}>
      <svg aria-label={words.portrait} className={styles.portrait} role="img" viewBox="0 0 74 93">
        <Portrait box={PORTRAIT} face={sample.counter.face} />
      </svg>
      <p>{sample.counter.introduction}</p>
    </div>
  );
}

function Respond({ calledAt, id, limit, source, isBusy, onSay }: {
  calledAt: number;
  id: string;
  limit: number;
  source: string;
  isBusy: boolean;
  onSay: (text: string, onDone: () => void) => void;
}) {
  const words = useWords().practice.counter;
  const draft = useDraft(`practice:${id}`, TEXT_DRAFT);
  const left = limit - Math.ceil((useNow(TICK_MS) - calledAt) / SECOND_MS);
  const text = draft.value.trim();
  const say = () => {
    if (text !== "") onSay(text, draft.clear);
  };
  return (
    <div
      className={styles.respond}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) say();
      }}
      role="presentation"
    >
      <div className={styles.timer}>
        <span>{words.responding}</span>
        <Explained text={source}>
          <State filled icon={left >= 0 ? Timer : TimerOff} tone={left > 15 ? "blue" : left >= 0 ? "amber" : "red"}>
            {left >= 0 ? words.left(left) : words.over(-left)}
          </State>
        </Explained>
      </div>
      <TextArea
        hint={words.respondHint}
        label={words.respond}
        maxLength={500}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={2}
        value={draft.value}
      />
      <Button busy={isBusy} isDisabled={text === ""} onPress={say} tone="primary">
        {words.send}
      </Button>
    </div>
  );
}

function Responded({ calledAt, response, limit }: {
  calledAt: number;
  response: FirstResponse;
  limit: number;
}) {
  const words = useWords().practice.counter;
  const seconds = Math.ceil((response.at - calledAt) / SECOND_MS);
  const inTime = seconds <= limit;
  return (
    <div className={styles.responded}>
      <p className={styles.mine}>{response.text}</p>
      <State icon={inTime ? Timer : TimerOff} tone={inTime ? "jade" : "red"}>
        {inTime ? words.responded(seconds) : words.late(seconds)}
      </State>
    </div>
  );
}
