import { useState } from "react";

import type { Proposal, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button } from "@/ui";

import { DeclineDialog } from "./DeclineDialog";
import styles from "./holding.module.css";
import { ProposalCard } from "./ProposalCard";
import { openProposals } from "./proposed";

/** So many stand open; a day's work that comes at once must not bury the case. */
const MOST_OPEN = 2;

/** What others propose to the holder and is not decided yet; nothing where there is nothing. */
export function Proposals({ view, now }: { view: TicketView; now: number }) {
  const w = useWords();
  const words = w.holding.proposals;
  const [all, setAll] = useState(false);
  const [declined, setDeclined] = useState<Proposal | null>(null);
  const open = openProposals(view);
  if (open.length === 0) return null;
  const shown = all ? open : open.slice(0, MOST_OPEN);
  return (
    <section aria-label={words.title} className={styles.proposals}>
      {open.length > 1 && (
        <h3 className={styles.heading}>
          {words.title} <span className="figures">{open.length}</span>
        </h3>
      )}
      {shown.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          now={now}
          onDecline={() => setDeclined(proposal)}
          proposal={proposal}
          view={view}
        />
      ))}
      {shown.length < open.length && (
        <Button edge="start" onPress={() => setAll(true)} size="small" tone="plain">
          {words.more(open.length - shown.length)}
        </Button>
      )}
      {declined && (
        <DeclineDialog onClose={() => setDeclined(null)} proposal={declined} view={view} />
      )}
    </section>
  );
}
