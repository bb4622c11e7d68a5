import { CircleCheck, TriangleAlert } from "lucide-react";

import type { StationRow, StationsView, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { DefinitionList, Notice, State } from "@/ui";

import { shortStation } from "../shortStation";
import { whoWords } from "../whoWords";
import { failingBy, type Mark } from "./marks";
import { Revoke } from "./Revoke";
import { clockWords } from "./StationCells";
import styles from "./stations.module.css";

/** A desk in full: why it needs a look, then everything it said. */
export function StationDetails({ row, marks, view, now, isOnline, onRevoked }: {
  row: StationRow;
  marks: readonly Mark[];
  view: StationsView;
  now: Timestamp;
  isOnline: boolean;
  onRevoked: () => void;
}) {
  const w = useWords();
  const words = w.stations;
  return (
    <div className={styles.details}>
      <header>
        <h2 className={styles.detailsTitle}>{row.name}</h2>
        <p className="soft">
          {whoWords(row.person)}
          {w.punctuation.dot}
          {w.enums.role[row.person.role]}
        </p>
      </header>
      <ul className={styles.marks}>
        {marks.length === 0 && (
          <li>
            <State icon={CircleCheck} tone="jade">
              {words.fine}
            </State>
          </li>
        )}
        {marks.map((mark) => (
          <li key={mark}>
            <State icon={TriangleAlert} tone="amber">
              {words.mark[mark]}
            </State>
          </li>
        ))}
      </ul>
      <DefinitionList
        items={[
          [words.column.contact, fullWhenWords(w, row.last_contact)],
          [words.station, <span className="figures" key="station">{shortStation(row.id)}</span>],
          [words.column.behind, row.behind === 0 ? words.none : words.behindCount(row.behind)],
        ]}
      />
      {row.reported_at === null ? (
        <Notice tone="blue">{words.neverReported}</Notice>
      ) : (
        <>
          <p className={styles.reported}>{words.reported(whenWords(w, row.reported_at, now))}</p>
          <Reported now={now} program={view.program} row={row} />
        </>
      )}
      <Revoke isOnline={isOnline} now={now} onRevoked={onRevoked} row={row} />
    </div>
  );
}

function Reported({ row, program, now }: { row: StationRow; program: string; now: Timestamp }) {
  const w = useWords();
  const words = w.stations;
  const { pending, oldest_pending: oldest } = row;
  const since =
    oldest === null ? w.common.items(pending) : w.station.outboxSince(pending, whenWords(w, oldest, now));
  const join = (...parts: (string | null)[]) =>
    parts.filter((part) => part !== null).join(w.punctuation.listComma) || words.none;
  return (
    <DefinitionList
      items={[
        [words.column.outbox, pending === 0 ? words.none : since],
        [
          words.column.failing,
          join(...failingBy(row.failing).map(([why, count]) => words.failingCount(w.enums.heldWhy[why], count))),
        ],
        [words.column.letters, row.letters === 0 ? words.none : words.letterCount(row.letters)],
        [
          words.column.files,
          join(
            row.files_waiting > 0 ? words.filesWaiting(row.files_waiting) : null,
            row.files_failing > 0 ? words.filesFailing(row.files_failing) : null,
          ),
        ],
        [
          words.column.program,
          <span className="figures" key="program">
            {row.program ?? words.unknown}
            {row.program !== null && row.program !== program && (
              <span className="soft">{` ${words.platform(program)}`}</span>
            )}
          </span>,
        ],
        [words.column.clock, clockWords(w, row.clock_skew_ms)],
        [words.column.repairs, row.repairs === 0 ? words.none : words.repairsCount(row.repairs)],
      ]}
    />
  );
}
