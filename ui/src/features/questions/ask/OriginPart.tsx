import { useState } from "react";

import { useCommand } from "@/api";
import type { QuestionOrigin } from "@/generated/types";
import { plainDayWords, useWords } from "@/i18n";
import { Choice, TextField } from "@/ui";

import { parseDay } from "../day";
import styles from "../form.module.css";

/** Whether a policy names its document and its first day; other origins need nothing. */
export function isPolicyWhole(origin: QuestionOrigin): boolean {
  if (origin.from !== "policy") return true;
  return origin.document.trim() !== "" && parseDay(origin.effective_from) !== null;
}

/** How it came up: told where it is known, else directly or by a new policy. */
export function OriginPart({ origin, words: searched, onChange, showMissing }: {
  origin: QuestionOrigin;
  /** What was searched for, without personal data. */
  words: string;
  onChange: (origin: QuestionOrigin) => void;
  showMissing: boolean;
}) {
  const w = useWords();
  const words = w.questions.asking;
  if (origin.from === "search") return <p className={styles.origin}>{w.questions.origin.search(searched)}</p>;
  if (origin.from === "case") return <p className={styles.origin}>{w.questions.origin.case}</p>;
  if (origin.from === "entry") return <AboutEntry entry={origin.entry} />;
  return (
    <>
      <Choice<"direct" | "policy">
        label={words.origin}
        onChange={(from) =>
          onChange(from === "direct" ? { from } : { from, document: "", effective_from: "" })
        }
        options={[
          { id: "direct", label: words.how.direct },
          { id: "policy", label: words.how.policy },
        ]}
        value={origin.from}
      />
      {origin.from === "policy" && (
        <div className={styles.pair}>
          <TextField
            error={showMissing && origin.document.trim() === "" ? words.missingPolicy : null}
            isRequired
            label={words.document}
            onChange={(document) => onChange({ ...origin, document })}
            value={origin.document}
          />
          <EffectiveDay
            onChange={(effective_from) => onChange({ ...origin, effective_from })}
            showMissing={showMissing}
            value={origin.effective_from}
          />
        </div>
      )}
    </>
  );
}

/** The first day of a policy, as people write it; a day that is understood is told back. */
function EffectiveDay({ value, onChange, showMissing }: {
  value: string;
  onChange: (day: string) => void;
  showMissing: boolean;
}) {
  const w = useWords();
  const { form, badDay } = w.drafting.publish;
  const [text, setText] = useState(value);
  const day = parseDay(text);
  return (
    <TextField
      error={day === null && (showMissing || text.trim().length >= 10) ? badDay : null}
      hint={day === null ? form : plainDayWords(w, day)}
      isRequired
      label={w.questions.asking.effective}
      onChange={(next) => {
        setText(next);
        onChange(parseDay(next) ?? "");
      }}
      value={text}
    />
  );
}

function AboutEntry({ entry }: { entry: string }) {
  const w = useWords();
  const { data } = useCommand("knowledge_get", { id: entry });
  return (
    <p className={styles.origin}>
      {w.questions.origin.entry}
      <strong>{data?.entry.title ?? w.questions.entryOf(entry)}</strong>
    </p>
  );
}
