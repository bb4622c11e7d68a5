import { History as HistoryIcon, PackageOpen, PackagePlus, Send } from "lucide-react";

import { useCommand } from "@/api";
import type { CourierRow, CourierWay } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords, type Words } from "@/i18n";
import { Button, EmptyState, ErrorState, Icon, type LucideIcon, State, useNow, Waiting } from "@/ui";

import styles from "./courier.module.css";
import { OUTCOME_LOOK } from "./outcomeLook";
import { Part } from "./Part";

const ICONS: Record<CourierWay, LucideIcon> = {
  exported: PackagePlus,
  imported: PackageOpen,
  carried: Send,
};

/** What was done with bundles here, the newest first, and what came of each. */
export function History() {
  const w = useWords();
  const words = w.courier.history;
  const { data, error, refetch } = useCommand("courier_list", {});
  return (
    <Part icon={HistoryIcon} title={words.title}>
      {!data && !error && <Waiting label={w.common.loading} />}
      {!data && error && (
        <ErrorState
          action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, error)}
          title={w.errors.title}
          trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
        />
      )}
      {data?.rows.length === 0 && <EmptyState icon={HistoryIcon} text={words.empty} />}
      {data && data.rows.length > 0 && (
        <ul aria-label={words.list} className={styles.rows}>
          {data.rows.map((row) => (
            <Row key={`${row.bundle} ${row.way} ${row.at}`} row={row} />
          ))}
        </ul>
      )}
    </Part>
  );
}

function Row({ row }: { row: CourierRow }) {
  const w = useWords();
  const words = w.courier.history;
  const now = useNow();
  return (
    <li className={styles.row}>
      <Icon className={styles.rowIcon} of={ICONS[row.way]} size={1} />
      <div className={styles.rowText}>
        <p className={styles.rowHead}>
          <strong>{words.way[row.way]}</strong>
          <span className="figures">{w.courier.number(row.number)}</span>
          <span className="soft">{row.mine ? words.own : w.courier.station(row.station)}</span>
        </p>
        <p className={styles.file}>{row.file}</p>
      </div>
      <div className={styles.rowSide}>
        <span className="soft figures">{countWords(w, row)}</span>
        {row.outcome && <State {...OUTCOME_LOOK[row.outcome]}>{w.courier.outcome[row.outcome]}</State>}
      </div>
      <time className={styles.when} dateTime={new Date(row.at).toISOString()} title={fullWhenWords(w, row.at)}>
        {whenWords(w, row.at, now)}
      </time>
    </li>
  );
}

/** How much was in it, and of one's own how much still waits; nothing of what stays sealed. */
function countWords(w: Words, { way, actions, unanswered }: CourierRow): string {
  const words = w.courier.history;
  if (way === "carried") return "";
  if (way === "imported") return words.answers(actions);
  if (actions === 0) return words.empties;
  const rest = unanswered > 0 ? words.unanswered(unanswered) : words.allAnswered;
  return `${words.actions(actions)}${w.punctuation.dot}${rest}`;
}
