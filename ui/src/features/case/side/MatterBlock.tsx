import { Link } from "@tanstack/react-router";
import { BookMarked } from "lucide-react";

import { useCommand } from "@/api";
import type { KnowledgeRow, MatterView, Period, Ticket } from "@/generated/types";
import { useWords, whenWords, type Words } from "@/i18n";
import { DefinitionList, useNow, Waiting } from "@/ui";

import styles from "./side.module.css";
import { MaterialList } from "./MaterialList";
import { VersionNote } from "./VersionNote";

/** The matter in short: how long, where, with what. */
export function MatterBlock({ ticket, listsKnowledge }: {
  ticket: Ticket;
  /** Lists what is known of it: where no suggestions stand beside. */
  listsKnowledge: boolean;
}) {
  const w = useWords();
  const id = ticket.matter?.id ?? "";
  const version = ticket.matter?.version ?? 0;
  const answer = useCommand("matter_get", { id }, { enabled: id !== "" });
  // The case keeps the version it began with, where that one was ever here.
  const isNewer = answer.data !== undefined && answer.data.matter.version !== version;
  const kept = useCommand("matter_version", { id, version }, { enabled: isNewer });
  return (
    <section className={styles.block}>
      <h3 className={styles.heading}>{w.queue.matter}</h3>
      {!ticket.matter && (
        <p className={styles.small}>
          {w.ticket.matter.none} <Link to="/matters">{w.ticket.matter.find}</Link>
        </p>
      )}
      {ticket.matter && (
        <>
          <p className={styles.matterName}>{ticket.matter.name}</p>
          {answer.isPending && <Waiting label={w.common.loading} />}
          {answer.isError && <p className={styles.small}>{w.ticket.matter.notHere}</p>}
          {answer.data && isNewer && (
            <VersionNote
              isKept={!kept.isError}
              now={answer.data.matter.version}
              then={version}
              ticket={ticket}
            />
          )}
          {answer.data && <Guide listsKnowledge={listsKnowledge} ticket={ticket} view={kept.data ?? answer.data} />}
        </>
      )}
    </section>
  );
}

function Guide({ view, ticket, listsKnowledge }: {
  view: MatterView;
  ticket: Ticket;
  listsKnowledge: boolean;
}) {
  const w = useWords();
  const now = useNow();
  const m = w.ticket.matter;
  const { matter, knowledge, data_as_of } = view;
  const { place } = matter;
  return (
    <>
      <DefinitionList
        items={[
          [m.promised, periodWords(w, matter.promised_days)],
          [m.legal, periodWords(w, matter.legal_days)],
          [m.place, place.address],
          [m.hours, place.hours],
          [m.consult, place.consult_phone],
        ]}
      />
      <MaterialList key={ticket.id} matter={matter} ticket={ticket} />
      <p className={styles.guideFoot}>
        <Link className={styles.guideLink} params={{ matter: matter.id }} to="/matters/$matter">
          {m.open}
        </Link>
        {data_as_of !== null && <span>{w.common.dataAsOf(whenWords(w, data_as_of, now))}</span>}
      </p>
      {listsKnowledge && <Knowledge rows={knowledge} />}
      <p className={styles.small}>
        <Link search={(old) => ({ ...old, ask: `case:${ticket.id}` })} to=".">
          {w.questions.asking.fromSide}
        </Link>
      </p>
    </>
  );
}

function Knowledge({ rows }: { rows: readonly KnowledgeRow[] }) {
  const words = useWords().ticket.knowledge;
  return (
    <>
      <h3 className={styles.heading}>{words.title}</h3>
      {rows.length === 0 && <p className={styles.small}>{words.none}</p>}
      <ul className={styles.knowledge}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link className={styles.entry} params={{ entry: row.id }} to="/knowledge/$entry">
              <BookMarked aria-hidden className={styles.entryIcon} strokeWidth={1.5} />
              <span>
                <span data-expired={row.standing === "expired" || undefined}>{row.title}</span>
                <span className={styles.entryNote}>{row.excerpt}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function periodWords(w: Words, period: Period | null): string | null {
  if (!period) return null;
  // Done on the spot: there are no days to count.
  if (period.days === 0) return w.enums.handlingKind.on_the_spot;
  return w.time.days(period.days, period.unit === "working");
}
