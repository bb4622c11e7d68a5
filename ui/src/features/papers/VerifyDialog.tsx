import { type KeyboardEvent, useRef, useState } from "react";

import { asApiError, call } from "@/api";
import type { ApiError, PaperVerdict } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, TextField } from "@/ui";

import styles from "./papers.module.css";
import { Verdict } from "./Verdict";

/** How far the last scan has come. */
type Answer =
  | { state: "asking" }
  | { state: "said"; code: string; verdict: PaperVerdict }
  | { state: "failed"; error: ApiError };

/**
 * Tells whether a paper is genuine. One field takes what a hand-held scanner types; it is empty and
 * has the focus again at once, so that one paper after another can be scanned.
 */
export function VerifyDialog({ onTicket, onClose }: {
  onTicket: (ticket: string) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.papers.verify;
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // A second scan may be answered before the first: only the last one counts.
  const last = useRef(0);

  async function verify() {
    const code = text.trim();
    field.current?.focus();
    if (code === "") return;
    const turn = ++last.current;
    const tell = (said: Answer) => {
      if (turn === last.current) setAnswer(said);
    };
    setText("");
    tell({ state: "asking" });
    try {
      tell({ state: "said", code, verdict: await call("paper_verify", { code }) });
    } catch (thrown) {
      tell({ state: "failed", error: asApiError(thrown) });
    }
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void verify();
  }

  return (
    <Dialog closeLabel={w.common.close} isOpen onClose={onClose} title={words.title} width={38}>
      <div className={styles.verify}>
        <p className="soft">{words.lead}</p>
        <div className={styles.field} onKeyDown={onKey} role="presentation">
          <TextField
            autoFocus
            hint={words.hint}
            inputRef={field}
            label={words.code}
            maxLength={2000}
            onChange={setText}
            value={text}
          />
          <Button onPress={() => void verify()}>{words.check}</Button>
        </div>
        <div aria-live="polite">
          {answer === null && <p className={styles.waiting}>{words.waiting}</p>}
          {answer?.state === "asking" && <p className={styles.waiting}>{words.asking}</p>}
          {answer?.state === "failed" && <Notice tone="red">{errorWords(w, answer.error)}</Notice>}
          {answer?.state === "said" && (
            <Verdict code={answer.code} onTicket={onTicket} verdict={answer.verdict} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
