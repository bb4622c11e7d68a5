import { CircleAlert, CircleHelp, QrCode, ShieldCheck, Ticket } from "lucide-react";

import type { PaperVerdict } from "@/generated/types";
import { fullWhenWords, useWords } from "@/i18n";
import { Button, DefinitionList, Icon } from "@/ui";

import { checkDigits } from "./choose";
import styles from "./papers.module.css";

const LOOK = {
  genuine: { icon: ShieldCheck, tone: "jade" },
  differs: { icon: CircleAlert, tone: "red" },
  case_not_here: { icon: CircleHelp, tone: "amber" },
  not_a_code: { icon: QrCode, tone: "amber" },
} as const;

/** Whether the paper is genuine, what that means, and what to do. */
export function Verdict({ verdict, code, onTicket }: {
  verdict: PaperVerdict;
  /** What was scanned. */
  code: string;
  onTicket: (ticket: string) => void;
}) {
  const w = useWords();
  const words = w.papers.verify;
  const { outcome, kind, number, content_sha256: sha256, ticket } = verdict;
  const { icon, tone } = LOOK[outcome];
  const isGenuine = outcome === "genuine";
  return (
    <section className={styles.verdict} data-tone={tone}>
      <h3 className={styles.outcome}>
        <Icon of={icon} size={1.5} />
        {words.outcome[outcome]}
      </h3>
      <p>{words.means[outcome]}</p>
      {words.todo[outcome] && <p>{words.todo[outcome]}</p>}
      {outcome === "not_a_code" ? (
        <p className={styles.scanned}>{words.scanned(code)}</p>
      ) : (
        <DefinitionList
          items={[
            [words.paper, kind && w.papers.kind[kind]],
            [words.number, number],
            [w.papers.check, sha256 && <span className={styles.digits}><b>{checkDigits(sha256)}</b></span>],
            [words.issuedAt, issuedWords()],
            [words.issuedBy, verdict.issued_by],
          ]}
        />
      )}
      {ticket !== null && (
        <div>
          <Button icon={Ticket} onPress={() => onTicket(ticket)}>
            {words.openCase}
          </Button>
        </div>
      )}
    </section>
  );

  function issuedWords(): string | null {
    if (verdict.issued_at !== null) return fullWhenWords(w, verdict.issued_at);
    return isGenuine ? words.noPrint : null;
  }
}
