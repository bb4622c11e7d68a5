import { CloudOff, MonitorCheck } from "lucide-react";
import { type ReactNode, useState } from "react";

import { useCommand } from "@/api";
import type { StationsView as View } from "@/generated/types";
import { errorWords, useWords, whenWords } from "@/i18n";
import { Button, Choice, Drawer, EmptyState, ErrorState, Notice, useNow, useRowPx, useWindowRem, VirtualList, Waiting } from "@/ui";

import { marksOf } from "./marks";
import { StationDetails } from "./StationDetails";
import { StationCells, StationColumns } from "./StationCells";
import styles from "./stations.module.css";

/** How often the platform is asked anew while one looks. */
const ASK_MS = 30_000;
/** Below this width, in rem, the details come in from the right instead of standing beside. */
const BESIDE_FROM_REM = 72;

/** The desks of the county, for management specialists; only with a line. */
export function StationsView({ beside }: {
  /** The way to what else managers look after; stands beside the choice. */
  beside: ReactNode;
}) {
  const w = useWords();
  const isOnline = useCommand("sync_state", {}).data?.link === "online";
  const { data, error, refetch, dataUpdatedAt } = useCommand("stations_list", {}, { enabled: isOnline, everyMs: ASK_MS });
  const retry = <Button onPress={() => void refetch()}>{w.common.retry}</Button>;
  if (data) return <Found beside={beside} isOnline={isOnline} isStale={!isOnline || error !== null} onAsk={() => void refetch()} seenAt={dataUpdatedAt} view={data} />;
  if (!isOnline) return <EmptyState icon={CloudOff} text={w.stations.needsLine} />;
  if (!error) return <Waiting label={w.common.loading} />;
  if (error.code === "needs_line") {
    return <EmptyState action={retry} icon={CloudOff} text={w.stations.needsLine} />;
  }
  return (
    <ErrorState
      action={retry}
      text={errorWords(w, error)}
      title={w.errors.title}
      trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
    />
  );
}

function Found({ view, beside, isOnline, isStale, seenAt, onAsk }: {
  view: View;
  beside: ReactNode;
  isOnline: boolean;
  isStale: boolean;
  seenAt: number;
  /** Asks the platform anew. */
  onAsk: () => void;
}) {
  const w = useWords();
  const words = w.stations;
  const now = useNow();
  const isWide = useWindowRem() >= BESIDE_FROM_REM;
  const [show, setShow] = useState<"all" | "look">("all");
  const [chosen, setChosen] = useState<string | null>(null);
  const marked = view.stations.map((row) => ({ row, marks: marksOf(row, view) }));
  const toLook = marked.filter(({ marks }) => marks.length > 0);
  const shown = show === "look" ? toLook : marked;
  const open = marked.find(({ row }) => row.id === chosen) ?? null;
  const details = open && (
    <StationDetails isOnline={isOnline} key={open.row.id} now={now} onRevoked={onAsk} view={view} {...open} />
  );
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{words.title}</h1>
            <p className={styles.facts}>
              {words.count(view.stations.length)}
              {w.punctuation.dot}
              {words.platform(view.program)}
              {w.punctuation.dot}
              {words.asOf(whenWords(w, view.server_time, now))}
            </p>
          </div>
          <div className={styles.beside}>
            {beside}
            <Choice
              hideLabel
              label={words.show}
              onChange={setShow}
              options={[
                { id: "all", label: words.all(marked.length) },
                { id: "look", label: words.look(toLook.length) },
              ]}
              value={show}
            />
          </div>
        </header>
        {isStale && (
          <div className={styles.stale}>
            <Notice tone="blue">{words.stale(whenWords(w, seenAt, now))}</Notice>
          </div>
        )}
        {shown.length === 0 ? (
          <EmptyState icon={MonitorCheck} text={marked.length === 0 ? words.empty : words.noneToLook} />
        ) : (
          <Desks chosen={chosen} now={now} onChoose={setChosen} opensOnMove={isWide && open !== null} shown={shown} />
        )}
      </div>
      {details && isWide && (
        <aside aria-label={open.row.name} className={styles.side}>
          {details}
        </aside>
      )}
      {details && !isWide && (
        <Drawer closeLabel={words.close} isOpen onClose={() => setChosen(null)} title={words.title}>
          {details}
        </Drawer>
      )}
    </div>
  );
}

function Desks({ shown, chosen, now, opensOnMove, onChoose }: {
  shown: readonly Parameters<typeof StationCells>[0]["desk"][];
  chosen: string | null;
  now: number;
  /** Details stand beside: they follow the arrow keys. */
  opensOnMove: boolean;
  onChoose: (id: string) => void;
}) {
  const w = useWords();
  const rowPx = useRowPx();
  const [active, setActive] = useState(-1);
  return (
    <div className={styles.table}>
      <StationColumns />
      <VirtualList
        active={Math.min(active, shown.length - 1)}
        className={styles.list ?? ""}
        items={shown}
        keyOf={({ row }) => row.id}
        label={w.stations.list}
        onActive={(index) => {
          setActive(index);
          const desk = shown[index];
          if (opensOnMove && desk) onChoose(desk.row.id);
        }}
        onOpen={({ row }) => onChoose(row.id)}
        render={(desk, state) => (
          <StationCells desk={desk} isActive={state.active} isOpen={desk.row.id === chosen} now={now} />
        )}
        rowPx={rowPx}
      />
    </div>
  );
}
