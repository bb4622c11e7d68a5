import { CircleCheck, FileText, Lock } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import type { PaperOffer, PaperRef } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Icon, useNow } from "@/ui";

import { keyOf, parted } from "./choose";
import styles from "./papers.module.css";

/** The papers of a case: those that can be printed, then the others with what they lack. */
export function PaperList({ offers, chosen, nameOf, onPick }: {
  offers: readonly PaperOffer[];
  chosen: PaperOffer | null;
  nameOf: (offer: PaperOffer) => string;
  onPick: (paper: PaperRef) => void;
}) {
  const w = useWords();
  const words = w.papers;
  const { ready, lacking } = parted(offers);
  return (
    <nav aria-label={words.list} className={styles.list}>
      {ready.length === 0 && <p className={styles.hint}>{words.none}</p>}
      <ul>
        {ready.map((offer) => (
          <li key={keyOf(offer.paper)}>
            <AriaButton
              aria-current={chosen && keyOf(chosen.paper) === keyOf(offer.paper) ? "true" : undefined}
              className={styles.offer ?? ""}
              onPress={() => onPick(offer.paper)}
            >
              <Icon of={FileText} size={1.125} />
              <span className={styles.offerWords}>
                <span className={styles.offerName}>{nameOf(offer)}</span>
                <Facts offer={offer} />
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.notYet}</h3>
          <ul>
            {lacking.map((offer) => (
              <li className={styles.lacking} key={keyOf(offer.paper)}>
                <Icon of={Lock} size={1.125} />
                <span className={styles.offerWords}>
                  <span>{nameOf(offer)}</span>
                  <span className={styles.small}>{offer.lack && words.lack[offer.lack]}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

/** Of when it is, and whether it was printed already. */
function Facts({ offer: { paper, of, issued_at: issued } }: { offer: PaperOffer }) {
  const w = useWords();
  const words = w.papers;
  const now = useNow();
  return (
    <>
      <span className={styles.small} title={of === null ? undefined : fullWhenWords(w, of)}>
        {of === null ? words.now : words.of[paper.kind](whenWords(w, of, now))}
      </span>
      {issued !== null && (
        <span className={styles.small} data-issued title={fullWhenWords(w, issued)}>
          <Icon of={CircleCheck} size={0.875} />
          {words.issued(whenWords(w, issued, now))}
        </span>
      )}
    </>
  );
}
