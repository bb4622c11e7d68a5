import type { TicketView } from "@/generated/types";
import { useWords } from "@/i18n";

import { BreachFact, FollowUpFact, PauseFact, RelatedFact } from "./course";
import styles from "./facts.module.css";
import { ProposalFact } from "./proposals";
import { ReviewFact, TriageFact } from "./triage";
import { UnitsFact, UrgingFact } from "./units";

/** What belongs to the case besides its course, a line each; nothing where there is nothing. */
export function Facts({ view, now }: { view: TicketView; now: number }) {
  const w = useWords();
  const { triage, review, assists, urgings, proposals, pauses, breaches, follow_ups } = view.ticket;
  const lines = [
    triage && <TriageFact key="triage" now={now} triaged={triage} view={view} />,
    review && <ReviewFact key="review" review={review} ticket={view.ticket.id} />,
    assists.length > 0 && <UnitsFact key="units" now={now} view={view} />,
    urgings.length > 0 && <UrgingFact key="urgings" now={now} view={view} />,
    proposals.some(({ end }) => end !== null) && <ProposalFact key="proposals" now={now} view={view} />,
    pauses.length > 0 && <PauseFact key="pauses" now={now} view={view} />,
    view.related.length > 0 && <RelatedFact key="related" view={view} />,
    breaches.length > 0 && <BreachFact key="breaches" now={now} view={view} />,
    follow_ups.length > 0 && <FollowUpFact key="followUps" now={now} view={view} />,
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <ul aria-label={w.ticket.block.title} className={styles.facts}>
      {lines}
    </ul>
  );
}
