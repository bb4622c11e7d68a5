import { useState } from "react";

import { formDraft, useDraft } from "@/api";
import type { QuestionView } from "@/generated/types";
import { calendarDay, plainDayWords, useWords } from "@/i18n";
import { Button, Notice, TextField, useNow } from "@/ui";

import { dayAfter, inOrder, monthsAfter, parseDay } from "../day";
import styles from "../form.module.css";
import { StepDialog } from "./StepDialog";

interface Days {
  /** Empty: not touched, so the day that is proposed. */
  from: string;
  expires: string;
  review: string;
}

const DAYS_DRAFT = formDraft<Days>({ from: "", expires: "", review: "" }, "from");

/** Makes the draft an entry: from when, until when, and when to look at it again. */
export function PublishDialog({ view, onClose }: { view: QuestionView; onClose: () => void }) {
  const { question, seen } = view;
  const w = useWords();
  const words = w.drafting.publish;
  const today = calendarDay(useNow());
  const draft = useDraft(`knowledge_publish:${question.id}`, DAYS_DRAFT);
  const [tried, setTried] = useState(false);
  const policy = question.origin.from === "policy" ? question.origin.effective_from : null;
  const proposed = policy !== null && policy > today ? policy : today;
  const days = draft.value;
  const change = (patch: Partial<Days>) => draft.set({ ...days, ...patch });
  const from = parseDay(days.from === "" ? proposed : days.from);
  const [expires, review] = [parseDay(days.expires), parseDay(days.review)];
  const isBad = from === null || (days.expires.trim() !== "" && expires === null) || (days.review.trim() !== "" && review === null);
  const isOrdered = isBad || inOrder(from, expires, review);
  const base = from ?? today;
  return (
    <StepDialog
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      onTry={() => setTried(true)}
      question={question.id}
      seen={seen}
      step={
        isBad || !isOrdered
          ? null
          : { step: "publish", effective_from: from, expires_on: expires, review_on: review }
      }
      submit={words.submit}
      title={words.title}
    >
      <p className={styles.asked}>{question.draft?.entry.title ?? question.text}</p>
      <p className="soft">{words.means}</p>
      <Day
        isRequired
        label={words.from}
        note={policy === proposed ? words.policy(plainDayWords(w, proposed)) : null}
        onChange={(next) => change({ from: next })}
        quick={[
          [words.today, today],
          [words.tomorrow, dayAfter(today, 1)],
        ]}
        tried={tried}
        value={days.from === "" ? proposed : days.from}
      />
      <div className={styles.pair}>
        <Day label={words.expires} onChange={(next) => change({ expires: next })} quick={[]} tried={tried} value={days.expires} />
        <Day
          label={words.review}
          note={words.reviewHint}
          onChange={(next) => change({ review: next })}
          quick={[
            [words.halfYear, monthsAfter(base, 6)],
            [words.year, monthsAfter(base, 12)],
          ]}
          tried={tried}
          value={days.review}
        />
      </div>
      {!isOrdered && (
        <Notice announce tone="red">
          {words.order}
        </Notice>
      )}
    </StepDialog>
  );
}

/** A day as people write it, with those that are wanted most a press away. */
function Day({ label, value, onChange, quick, note = null, tried, isRequired = false }: {
  label: string;
  value: string;
  onChange: (day: string) => void;
  quick: readonly (readonly [name: string, day: string])[];
  note?: string | null;
  tried: boolean;
  isRequired?: boolean;
}) {
  const w = useWords();
  const { form, badDay } = w.drafting.publish;
  const isEmpty = value.trim() === "";
  const day = parseDay(value);
  const isBad = day === null && !isEmpty && (tried || value.trim().length >= 10);
  const said = day === null ? form : plainDayWords(w, day);
  return (
    <div>
      <TextField
        error={isBad ? badDay : null}
        hint={note === null ? said : `${said}${w.punctuation.dot}${note}`}
        isRequired={isRequired}
        label={label}
        onChange={onChange}
        value={value}
      />
      {quick.length > 0 && (
        <div className={styles.quick}>
          {quick.map(([name, of]) => (
            <Button key={name} onPress={() => onChange(of)} size="small">
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
