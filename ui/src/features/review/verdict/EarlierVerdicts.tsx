import { History } from "lucide-react";

import type { Judged, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Panel } from "@/ui";

import styles from "./verdict.module.css";
import { VerdictSaid } from "./VerdictSaid";

/** The verdicts before the present one, on demand, the latest first. */
export function EarlierVerdicts({ earlier, view }: {
  earlier: readonly Judged[];
  view: TicketView;
}) {
  const w = useWords();
  const words = w.review.verdict;
  if (earlier.length === 0) return null;
  return (
    <Panel
      label={words.earlierTitle}
      trigger={
        <Button edge="end" icon={History} size="small" tone="plain">
          {words.earlier(earlier.length)}
        </Button>
      }
    >
      <ul className={styles.earlier}>
        {earlier.toReversed().map((judged) => (
          <li key={`${judged.at}${judged.by}`}>
            <VerdictSaid judged={judged} view={view} withRound />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
