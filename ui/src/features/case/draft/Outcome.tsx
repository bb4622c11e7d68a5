import { Link } from "@tanstack/react-router";
import { CircleCheck, OctagonX } from "lucide-react";
import { useState } from "react";

import type { CheckedDraft, DraftEntry, DraftOutcome } from "@/generated/types";
import { useWords } from "@/i18n";
import { cx, Notice, State } from "@/ui";

import styles from "./draft.module.css";
import { faultWords, isAbout } from "./faultWords";

/** What came back: a draft with what speaks against it, or why there is none. */
export function Outcome({ outcome, ticket, onLeave }: {
  outcome: DraftOutcome;
  ticket: string;
  /** Called where a link leads away from it. */
  onLeave: () => void;
}) {
  const w = useWords();
  const words = w.model.draft;
  if (outcome.came === "draft") return <Draft draft={outcome.draft} entries={outcome.entries} />;
  if (outcome.came === "failed") {
    return (
      <Notice announce tone={outcome.fault === "stopped" ? "blue" : "red"}>
        <b>{words.failed}</b>
        <p>{w.model.fault[outcome.fault]}</p>
      </Notice>
    );
  }
  return (
    <Notice announce tone="amber">
      <b>{words.noBasisTitle}</b>
      <p>
        {words.noBasis}{" "}
        <Link onClick={onLeave} search={(old) => ({ ...old, ask: `case:${ticket}` })} to=".">
          {words.askInstead}
        </Link>
      </p>
    </Notice>
  );
}

function Draft({ draft, entries }: { draft: CheckedDraft; entries: DraftEntry[] }) {
  const w = useWords();
  const words = w.model.draft;
  const { paragraphs, faults, figures, placeholders } = draft;
  const [shown, setShown] = useState<number | null>(null);
  const entry = shown === null ? undefined : entries[shown - 1];
  const stands = faults.length === 0;
  const list = (some: string[]) => some.join(w.punctuation.listComma);
  return (
    <div className={styles.outcome}>
      <div aria-live="polite">
        <State filled icon={stands ? CircleCheck : OctagonX} tone={stands ? "jade" : "red"}>
          {stands ? words.standsTitle : words.failsTitle}
        </State>
        {stands ? (
          <p className={styles.verdict}>{words.stands}</p>
        ) : (
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={faultWords(w, fault)}>{faultWords(w, fault)}</li>
            ))}
          </ul>
        )}
      </div>
      <ol className={styles.paragraphs} data-fails={!stands || undefined}>
        {paragraphs.map(({ text, cites }, at) => (
          <li className={cx(faults.some((fault) => isAbout(fault, at + 1)) && styles.wrong)} key={at}>
            {text}
            {cites.map((number) => (
              <Cite
                isShown={shown === number}
                key={number}
                number={number}
                of={entries[number - 1]}
                onShow={() => setShown(shown === number ? null : number)}
              />
            ))}
          </li>
        ))}
      </ol>
      {entry && (
        <p aria-live="polite" className={styles.plain}>
          {entry.text}
        </p>
      )}
      {placeholders.length > 0 && <Notice tone="amber">{words.placeholders(list(placeholders))}</Notice>}
      {figures.length > 0 && <Notice tone="amber">{words.figures(list(figures))}</Notice>}
    </div>
  );
}

/** The number of an entry; a press shows the entry beside the draft, to compare. */
function Cite({ number, of, isShown, onShow }: {
  number: number;
  /** `undefined`: none of that number was sent. */
  of: DraftEntry | undefined;
  isShown: boolean;
  onShow: () => void;
}) {
  const words = useWords().model.draft;
  const mark = `[${number}]`;
  if (!of) return <span className={styles.cite}>{mark}</span>;
  return (
    <button
      aria-expanded={isShown}
      aria-label={words.cites(number, of.title)}
      className={styles.cite}
      onClick={onShow}
      title={of.title}
      type="button"
    >
      {mark}
    </button>
  );
}
