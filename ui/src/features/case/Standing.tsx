import type { TicketView } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "./case.module.css";
import { personWords, receiverWords } from "./eventWords";
import { ruleAgainst } from "./nextStep";

/** What the ticket waits for, in a sentence: a signature, an opinion, or nothing any more. */
export function Standing({ view, now }: { view: TicketView; now: number }) {
  const w = useWords();
  const { handoff, consultation, closing } = view.ticket;
  if (closing) {
    return (
      <Notice tone="jade">
        <strong>
          {w.enums.status.closed}
          {w.punctuation.dot}
          {w.enums.outcome[closing.outcome]}
        </strong>{" "}
        <span className="soft">
          {personWords(view, closing.by)} {whenWords(w, closing.at, now)}
          {w.punctuation.dot}
          {w.enums.via[closing.via]}
        </span>
        <p className={styles.prose}>{closing.feedback}</p>
      </Notice>
    );
  }
  if (handoff) {
    const forMe = ruleAgainst(view, "sign_for") === null;
    const from = receiverWords(view, handoff.from, handoff.from_organisation);
    const to = receiverWords(view, handoff.to_staff, handoff.to_organisation);
    return (
      <Notice tone="blue">
        <strong>{forMe ? w.ticket.handoff.waiting(from) : w.ticket.handoff.sent(to)}</strong>
        <p className={styles.prose}>{handoff.note}</p>
      </Notice>
    );
  }
  if (consultation && !consultation.opinion) {
    const forMe = ruleAgainst(view, "opinion") === null;
    return (
      <Notice tone="violet">
        <strong>
          {forMe
            ? w.ticket.consultation.askedYou(personWords(view, consultation.asked_by))
            : w.ticket.consultation.asked(personWords(view, consultation.consultant), consultation.due_days)}
        </strong>
        <p className={styles.prose}>{consultation.question}</p>
      </Notice>
    );
  }
  return null;
}
