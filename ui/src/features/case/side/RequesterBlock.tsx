import type { Ticket } from "@/generated/types";
import { useWords } from "@/i18n";
import { DefinitionList } from "@/ui";

import styles from "./side.module.css";
import { grouped } from "./grouped";
import { Masked } from "./Masked";

/** Who asks. Numbers are covered; each look at them is recorded. */
export function RequesterBlock({ ticket }: { ticket: Ticket }) {
  const w = useWords();
  const t = w.ticket;
  const { requester } = ticket;
  const { agent } = requester;
  const isBody = requester.kind === "legal_person";
  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>{t.requester}</h3>
      <DefinitionList
        items={[
          [isBody ? t.bodyName : t.name, requester.name],
          [t.creditCode, requester.credit_code && <span className={styles.figures}>{grouped(requester.credit_code)}</span>],
          [
            requester.document === "resident_id" ? t.idNumber : w.enums.document[requester.document],
            requester.id_number && (
              <Masked field="id_number" key="id" masked={requester.id_number} ticket={ticket.id} />
            ),
          ],
          [
            t.phone,
            requester.phone && (
              <Masked field="phone" key="phone" masked={requester.phone} ticket={ticket.id} />
            ),
          ],
        ]}
      />
      {agent && (
        <>
          <h4 className={styles.subheading}>{w.enums.standing[agent.standing]}</h4>
          <DefinitionList
            items={[
              [t.name, agent.name],
              [
                t.idNumber,
                agent.id_number && (
                  <Masked field="agent_id_number" masked={agent.id_number} ticket={ticket.id} />
                ),
              ],
              [
                t.phone,
                agent.phone && <Masked field="agent_phone" masked={agent.phone} ticket={ticket.id} />,
              ],
            ]}
          />
          <p className={styles.small}>
            {agent.standing === "guardian" ? t.guardianPapers : t.agentPapers}
          </p>
        </>
      )}
    </section>
  );
}
