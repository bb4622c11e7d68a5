import { Lightbulb } from "lucide-react";

import { TEXT_DRAFT, useDraft } from "@/api";
import type { Proposal, TicketView } from "@/generated/types";
import { useWords, writtenText } from "@/i18n";
import { Notice, TextArea } from "@/ui";

import { ActForm } from "../dialogs/ActForm";
import { personWords, saidWords } from "../eventWords";
import styles from "./holding.module.css";

/** Declines a proposal, with the reason its author will read. */
export function DeclineDialog({ proposal, view, onClose }: {
  proposal: Proposal;
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.holding.proposals;
  const { id, by, action } = proposal;
  const draft = useDraft(`answer_proposal:${id}`, TEXT_DRAFT);
  const note = draft.value.trim();
  const who = personWords(view, by);
  const text = writtenText(action);
  return (
    <ActForm
      action={note === "" ? null : { do: "answer_proposal", proposal: id, taken: false, note }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.dialog.submit}
      ticket={view.ticket.id}
      title={words.dialog.title}
    >
      <Notice icon={Lightbulb} tone="violet">
        <strong>{words.head(who, saidWords(w, view, action))}</strong>
        {text && <p className={styles.prose}>{text}</p>}
      </Notice>
      <TextArea
        autoFocus
        hint={words.dialog.hint(who)}
        isRequired
        label={words.dialog.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={draft.set}
        rows={3}
        value={draft.value}
      />
    </ActForm>
  );
}
