import { type ReactNode, useMemo } from "react";

import { useCommand } from "@/api";
import type { PaperOffer, PaperRef } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, ErrorState, useWindowRem, Waiting } from "@/ui";

import type { Asked } from "./address";
import { found, keyOf, latest, paperName } from "./choose";
import { PaperList } from "./PaperList";
import styles from "./papers.module.css";
import { Preview } from "./Preview";
import { PreviewFoot } from "./PreviewFoot";

/** Below this width of the window, in rem, list and preview take turns. */
const BOTH_FROM_REM = 66;

/** The papers of a ticket, and the chosen one as it will be printed. */
export function PapersDialog({ asked, onAsk, onClose }: {
  asked: Asked;
  /** Chooses a paper; `null`: back to the list. */
  onAsk: (paper: PaperRef | null) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.papers;
  const isWide = useWindowRem() >= BOTH_FROM_REM;
  const { ticket } = asked;
  const list = useCommand("paper_list", { ticket });
  const materials = useMaterials(ticket);
  const offers = list.data ?? [];
  const wanted = found(offers, asked);
  // With room for both, the latest is what one most likely came for.
  const chosen = wanted ?? (isWide ? latest(offers) : null);
  const nameOf = (offer: PaperOffer) => paperName(w, offer, materials);
  const isBoth = isWide && chosen !== null;

  function content(): ReactNode {
    if (list.isError && !list.data) {
      return (
        <ErrorState
          action={<Button onPress={() => void list.refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, list.error)}
          title={w.errors.title}
          trace={list.error.trace_id ? w.errors.trace(list.error.trace_id) : undefined}
        />
      );
    }
    if (list.isPending) return <Waiting label={w.common.loading} />;
    const rows = <PaperList chosen={chosen} nameOf={nameOf} offers={offers} onPick={onAsk} />;
    const preview = chosen && (
      <Preview
        hideName={!isBoth}
        key={keyOf(chosen.paper)}
        name={nameOf(chosen)}
        paper={chosen.paper}
        ticket={ticket}
      />
    );
    if (!isBoth) return preview ?? rows;
    return (
      <div className={styles.both}>
        {rows}
        {preview}
      </div>
    );
  }

  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        chosen && (
          <PreviewFoot
            key={keyOf(chosen.paper)}
            onBack={isWide ? undefined : () => onAsk(null)}
            paper={chosen.paper}
            ticket={ticket}
          />
        )
      }
      isOpen
      onClose={onClose}
      title={isWide || !chosen ? words.title : nameOf(chosen)}
      width={chosen ? 72 : 34}
    >
      <div className={styles.desk} data-shows={chosen !== null || undefined}>
        {content()}
      </div>
    </Dialog>
  );
}

/** Names of the materials on the ticket's checklist, by key. */
function useMaterials(ticket: string): ReadonlyMap<string, string> {
  const items = useCommand("ticket_get", { ticket }).data?.ticket.review?.items;
  return useMemo(() => new Map(items?.map(({ material, name }) => [material, name])), [items]);
}
