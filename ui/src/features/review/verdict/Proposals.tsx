import { Lightbulb } from "lucide-react";

import { useCommand } from "@/api";
import type { Material, MaterialVerdict, ReviewItem, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Icon } from "@/ui";

import styles from "./verdict.module.css";

/** What the platform's checks propose for this material; the person decides. */
export function Proposals({ view, item, material, onTake }: {
  view: TicketView;
  item: ReviewItem;
  material: Material | null;
  /** Puts a proposal into the form; nothing is recorded yet. */
  onTake: (verdict: MaterialVerdict) => void;
}) {
  const w = useWords();
  const answer = useCommand("review_proposals", { ticket: view.ticket.id }, { keepPrevious: true });
  const lines = answer.data?.find((line) => line.material === item.material)?.proposals ?? [];
  if (item.judged !== null || lines.length === 0) return null;
  return (
    <ul aria-label={w.forms.proposals} className={styles.proposals}>
      {lines.map((line) => (
        <li className={styles.proposal} key={line.check}>
          <Icon of={Lightbulb} size={0.875} />
          <span className={styles.proposalText}>
            {w.enums.verdict[line.verdict.verdict]}
            {w.punctuation.dot}
            {line.reason}
          </span>
          <Button onPress={() => onTake(named(line.verdict, material))} size="small" tone="plain">
            {w.forms.take}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** An exemption names the certificate of the guide. */
function named(verdict: MaterialVerdict, material: Material | null): MaterialVerdict {
  return verdict.verdict === "exempt" && material?.exempt_by
    ? { ...verdict, certificate: material.exempt_by }
    : verdict;
}
