import { Archive, ClipboardCopy, PencilLine, Ticket } from "lucide-react";

import { useAction } from "@/api";
import type { ClearHow, VerdictLetter } from "@/generated/types";
import { errorWords, fullWhenWords, useWords } from "@/i18n";
import { Button, copyText, toast } from "@/ui";

import { writtenText } from "./didWords";
import styles from "./letter.module.css";

/** What can be done about it now. A text can always become a draft again. */
export function LetterSteps({ letter, onTicket }: {
  letter: VerdictLetter;
  onTicket: (ticket: string) => void;
}) {
  const w = useWords();
  const words = w.sync.verdicts;
  const clear = useAction("verdict_clear");
  const { id, ticket, action, rule, cleared_at: clearedAt } = letter;
  const hasTicket = rule !== "unknown_ticket" && action.do !== "register";
  const canDraft = hasTicket && writtenText(action) !== "";
  const isReply = action.do === "reply";
  const draftDone = isReply ? words.toReplyDone : words.toNoteDone;
  const openTicket = (
    <Button icon={Ticket} onPress={() => onTicket(ticket)}>
      {words.openTicket}
    </Button>
  );

  function put(how: ClearHow) {
    clear.mutate(
      { id, how },
      {
        onSuccess: () => {
          toast("jade", how === "to_draft" ? draftDone : words.letGoDone);
          if (how === "to_draft") onTicket(ticket);
        },
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  }

  if (clearedAt !== null) {
    return (
      <>
        <p>{words.clearedAt(fullWhenWords(w, clearedAt))}</p>
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
            onPress={() => put("to_draft")}
            tone="primary"
          >
            {words.toDraft}
          </Button>
        )}
        {hasTicket && openTicket}
        <Button busy={clear.isPending} icon={Archive} onPress={() => put("let_go")}>
          {words.letGo}
        </Button>
      </div>
      <ul className={styles.notes}>
        {canDraft && (
          <li>
            {words.toDraft}
            {w.punctuation.colon}
            {isReply ? words.toReplyNote : words.toNoteNote}
          </li>
        )}
        <li>
          {words.letGo}
          {w.punctuation.colon}
          {words.letGoNote}
        </li>
      </ul>
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
        <Button icon={ClipboardCopy} onPress={copy} size="small" tone="plain">
          {words.copy}
        </Button>
      </figcaption>
      <blockquote className={styles.quote}>{text}</blockquote>
    </figure>
  );
}
