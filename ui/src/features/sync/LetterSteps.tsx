import { useNavigate } from "@tanstack/react-router";
import { Archive, ClipboardCopy, Lightbulb, PencilLine, Ticket } from "lucide-react";
import { useState } from "react";

import { asApiError, useAction } from "@/api";
import type { Action, ClearHow, NewTicket, VerdictLetter } from "@/generated/types";
import {
  errorWords,
  fullWhenWords,
  ticketAction,
  useWords,
  type Words,
  writtenText,
} from "@/i18n";
import { Button, copyText, toast } from "@/ui";

import { LetGoDialog } from "./LetGoDialog";
import styles from "./letter.module.css";
import { ProposeDialog } from "./ProposeDialog";
import { whoWords } from "./whoWords";

/**
 * Takes a refused registration back into the form. `onKept` is called once it is safe there,
 * `open` shows the form.
 */
export interface RegisterAgain {
  keep: (registration: NewTicket, onKept: () => void) => void;
  open: () => void;
}

/** What can be done about it now. A text can always become a draft again. */
export function LetterSteps({ letter, onTicket, onRegister }: {
  letter: VerdictLetter;
  onTicket: (ticket: string) => void;
  onRegister: RegisterAgain | undefined;
}) {
  const w = useWords();
  const words = w.sync.verdicts;
  const navigate = useNavigate();
  const clear = useAction("verdict_clear");
  const [asking, setAsking] = useState<"propose" | "let_go" | null>(null);
  const { id, ticket, action, rule, cleared_at: clearedAt } = letter;
  const holder = letter.may_propose && letter.holder ? whoWords(letter.holder) : null;
  const onIt = ticketAction(action);
  const isStep = onIt === null;
  const hasTicket = rule !== "unknown_ticket" && !isStep && onIt.do !== "register";
  const canDraft = (hasTicket || isStep) && writtenText(action) !== "";
  const draft = onIt ? draftWords(words, onIt.do) : { note: words.toStepNote, done: words.toStepDone };
  // What the platform has already, nobody should register a second time.
  const registration = onIt?.do === "register" && rule !== "already_registered" ? onIt : null;
  const openTicket = (
    <Button icon={Ticket} onPress={() => onTicket(ticket)}>
      {words.openTicket}
    </Button>
  );

  /** Once it is away, another letter may stand here: what follows must not hang on this one. */
  function put(how: ClearHow, reason: string, then: () => void) {
    clear.mutateAsync({ id, how, reason }).then(then, (thrown: unknown) => {
      toast("red", errorWords(w, asApiError(thrown)));
    });
  }

  function toDraft() {
    put("to_draft", "", () => {
      toast("jade", draft.done);
      if (!("step" in action)) onTicket(ticket);
      else if (action.step === "ask") void navigate({ to: "/questions", search: { ask: "direct" } });
      else void navigate({ to: "/questions/$question", params: { question: ticket } });
    });
  }

  function registerAgain(again: RegisterAgain, form: NewTicket) {
    again.keep(form, () =>
      put("let_go", words.because.again, () => {
        toast("jade", words.toFormDone);
        again.open();
      }),
    );
  }

  if (clearedAt !== null) {
    return (
      <>
        <p>{words.clearedAt(fullWhenWords(w, clearedAt))}</p>
        {letter.let_go && <p>{words.clearedBecause(letter.let_go)}</p>}
        {hasTicket && <div className={styles.steps}>{openTicket}</div>}
      </>
    );
  }
  return (
    <>
      <div className={styles.steps}>
        {canDraft && (
          <Button
            busy={clear.isPending}
            icon={PencilLine}
            onPress={toDraft}
            tone="primary"
          >
            {words.toDraft}
          </Button>
        )}
        {registration && onRegister && (
          <Button
            busy={clear.isPending}
            icon={PencilLine}
            onPress={() => registerAgain(onRegister, registration)}
            tone="primary"
          >
            {words.toDraft}
          </Button>
        )}
        {holder !== null && (
          <Button icon={Lightbulb} onPress={() => setAsking("propose")}>
            {words.propose(holder)}
          </Button>
        )}
        {hasTicket && openTicket}
        <Button icon={Archive} onPress={() => setAsking("let_go")}>
          {words.letGo}
        </Button>
      </div>
      <ul className={styles.notes}>
        {canDraft && (
          <li>
            {words.toDraft}
            {w.punctuation.colon}
            {draft.note}
          </li>
        )}
        {registration && onRegister && (
          <li>
            {words.toDraft}
            {w.punctuation.colon}
            {words.toFormNote}
          </li>
        )}
        {holder !== null && (
          <li>
            {words.propose(holder)}
            {w.punctuation.colon}
            {words.proposeNote(holder)}
          </li>
        )}
        <li>
          {words.letGo}
          {w.punctuation.colon}
          {words.letGoNote}
        </li>
      </ul>
      {asking === "let_go" && <LetGoDialog letter={letter} onClose={() => setAsking(null)} />}
      {asking === "propose" && holder !== null && (
        <ProposeDialog holder={holder} letter={letter} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** The person's own words, as they wrote them. */
export function WrittenText({ text }: { text: string }) {
  const w = useWords();
  const words = w.sync.verdicts;
  if (text === "") return <p className="soft">{words.noText}</p>;
  function copy() {
    void copyText(text).then((done) =>
      toast(done ? "jade" : "red", done ? words.copied : words.copyFailed),
    );
  }
  return (
    <figure className={styles.written}>
      <figcaption className={styles.caption}>
        {words.yourText}
        <Button edge="end" icon={ClipboardCopy} onPress={copy} size="small" tone="plain">
          {words.copy}
        </Button>
      </figcaption>
      <blockquote className={styles.quote}>{text}</blockquote>
    </figure>
  );
}

/** Where the text goes when it becomes a draft again. */
function draftWords(words: Words["sync"]["verdicts"], kind: Action["do"]) {
  switch (kind) {
    case "reply":
      return { note: words.toReplyNote, done: words.toReplyDone };
    case "judge_material":
      return { note: words.toVerdictNote, done: words.toVerdictDone };
    default:
      return { note: words.toNoteNote, done: words.toNoteDone };
  }
}
