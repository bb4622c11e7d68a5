import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import type { StationRow, Timestamp } from "@/generated/types";
import { spanWords, useWords, whenWords, type Words } from "@/i18n";
import { Icon } from "@/ui";

import { shortStation } from "../shortStation";
import { isSkewed } from "../skew";
import { whoWords } from "../whoWords";
import type { Mark } from "./marks";
import styles from "./stations.module.css";

/** The columns after the desk itself, in order. */
const COLUMNS = ["contact", "outbox", "failing", "letters", "files", "program", "clock", "behind", "repairs"] as const;
type Column = (typeof COLUMNS)[number];

/** Names above the columns; each cell says its own to those who hear the screen. */
export function StationColumns() {
  const { column } = useWords().stations;
  return (
    <div aria-hidden className={styles.columns}>
      <span>{column.desk}</span>
      {COLUMNS.map((name) => (
        <span data-column={name} key={name}>
          {column[name]}
        </span>
      ))}
    </div>
  );
}

/** A desk in the table. */
export function StationCells({ desk: { row, marks }, now, isActive, isOpen }: {
  desk: { row: StationRow; marks: readonly Mark[] };
  now: Timestamp;
  isActive: boolean;
  isOpen: boolean;
}) {
  const w = useWords();
  const cells = cellsOf(w, row, now);
  const marked: Partial<Record<Column, boolean>> = {
    contact: marks.includes("silent"),
    outbox: marks.includes("stuck"),
    failing: marks.includes("failing"),
    files: marks.includes("files"),
    program: marks.includes("older"),
    clock: marks.includes("skewed"),
  };
  return (
    <div className={styles.row} data-active={isActive || undefined} data-open={isOpen || undefined}>
      <span className={styles.desk}>
        <span className={styles.name}>
          {row.name}
          <span className={styles.number}>{shortStation(row.id)}</span>
        </span>
        <span className={styles.second}>{whoWords(row.person)}</span>
      </span>
      {COLUMNS.map((name) => (
        <Cell column={name} isMarked={marked[name] ?? false} key={name}>
          {cells[name]}
        </Cell>
      ))}
    </div>
  );
}

function Cell({ column, isMarked, children }: { column: Column; isMarked: boolean; children: ReactNode }) {
  const w = useWords();
  return (
    <span className={styles.cell} data-column={column} data-marked={isMarked || undefined}>
      <span className="visually-hidden">{`${w.stations.column[column]} `}</span>
      {isMarked && <Icon of={TriangleAlert} size={0.875} />}
      <span className={styles.value}>{children}</span>
    </span>
  );
}

/** What stands in each cell; a dash where nothing was reported. */
function cellsOf(w: Words, row: StationRow, now: Timestamp): Record<Column, ReactNode> {
  const contact = whenWords(w, row.last_contact, now);
  if (row.reported_at === null) {
    const none = <span className="soft">—</span>;
    const empty = { outbox: none, failing: none, letters: none, files: none, program: none };
    return { contact, ...empty, clock: none, behind: count(row.behind), repairs: none };
  }
  const files = row.files_waiting + row.files_failing;
  return {
    contact,
    outbox: (
      <>
        {count(row.pending)}
        {row.pending > 0 && row.oldest_pending !== null && (
          <span className={styles.second}>{whenWords(w, row.oldest_pending, now)}</span>
        )}
      </>
    ),
    failing: count(row.failing.length),
    letters: count(row.letters),
    files: row.files_failing > 0 ? `${row.files_failing} / ${files}` : count(files),
    program: row.program ?? w.stations.unknown,
    clock: clockWords(w, row.clock_skew_ms),
    behind: count(row.behind),
    repairs: count(row.repairs),
  };
}

/** A number; none stands back, so that the eye finds what there is. */
function count(number: number): ReactNode {
  return number === 0 ? <span className={styles.zero}>0</span> : number;
}

/** How a desk's clock stands: right, or by how much it is off. */
export function clockWords(w: Words, skew: number | null): string {
  if (skew === null) return w.stations.unknown;
  if (!isSkewed(skew)) return w.stations.clockRight;
  const off = spanWords(w, Math.abs(skew));
  return skew > 0 ? w.stations.skewAhead(off) : w.stations.skewBehind(off);
}
