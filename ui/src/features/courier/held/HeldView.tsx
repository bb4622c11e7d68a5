import { Link } from "@tanstack/react-router";
import { ArrowLeft, CloudOff, Lock, LockOpen, PackageCheck } from "lucide-react";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { CourierReleased, HeldBundle } from "@/generated/types";
import { errorWords, useWords, whenWords, type Words } from "@/i18n";
import { Button, EmptyState, ErrorState, Icon, Notice, useNow, Waiting } from "@/ui";

import styles from "../courier.module.css";
import { Part } from "../Part";
import { deskOf, HeldRow } from "./HeldRow";
import own from "./held.module.css";
import { Released } from "./Released";
import { ReleasedRow } from "./ReleasedRow";
import { ReleaseDialog } from "./ReleaseDialog";

/** How often the platform is asked anew while one looks. */
const ASK_MS = 30_000;

/** Bundles that the platform keeps for disabled accounts, for management specialists. */
export function HeldView() {
  const w = useWords();
  const words = w.courier.held;
  const isOnline = useCommand("sync_state", {}).data?.link === "online";
  const { data, error, refetch, dataUpdatedAt } = useCommand("held_list", {}, { enabled: isOnline, everyMs: ASK_MS });
  const retry = <Button onPress={() => void refetch()}>{w.common.retry}</Button>;
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <header>
          <Link className={styles.back} to="/stations">
            <Icon of={ArrowLeft} size={0.875} />
            {words.back}
          </Link>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
        </header>
        {data && (
          <Bundles
            isOnline={isOnline}
            isStale={!isOnline || error !== null}
            onReleased={() => void refetch()}
            rows={data.rows}
            seenAt={dataUpdatedAt}
          />
        )}
        {!data && (!isOnline || error?.code === "needs_line") && (
          <EmptyState action={isOnline ? retry : undefined} icon={CloudOff} text={words.needsLine} />
        )}
        {!data && isOnline && !error && <Waiting label={w.common.loading} />}
        {!data && isOnline && error && error.code !== "needs_line" && (
          <ErrorState
            action={retry}
            text={errorWords(w, error)}
            title={w.errors.title}
            trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
          />
        )}
      </div>
    </div>
  );
}

/** The desk that an answer has to go back to, by the name managers know it by. */
function fromOf(w: Words, rows: readonly HeldBundle[], { station, number }: CourierReleased): string {
  const row = rows.find((bundle) => bundle.station === station && bundle.number === number);
  return row ? deskOf(w, row) : w.courier.station(station);
}

function Bundles({ rows, isOnline, isStale, seenAt, onReleased }: {
  rows: readonly HeldBundle[];
  isOnline: boolean;
  isStale: boolean;
  seenAt: number;
  onReleased: () => void;
}) {
  const w = useWords();
  const words = w.courier.held;
  const now = useNow();
  const [asked, setAsked] = useState<HeldBundle | null>(null);
  const release = useAction("held_release");
  const again = useAction("held_answer");
  const waiting = rows.filter(({ released }) => released === null);
  const done = rows.filter(({ released }) => released !== null);
  const saved = release.data ?? again.data;
  const ask = (bundle: HeldBundle) => {
    release.reset();
    again.reset();
    setAsked(bundle);
  };
  return (
    <>
      {isStale && <Notice tone="blue">{words.stale(whenWords(w, seenAt, now))}</Notice>}
      {saved && <Released from={fromOf(w, rows, saved)} released={saved} />}
      {again.error && (
        <Notice announce tone="red">
          {errorWords(w, again.error)}
        </Notice>
      )}
      <Part icon={Lock} title={words.waiting}>
        {waiting.length === 0 && done.length === 0 && <EmptyState icon={PackageCheck} text={words.empty} />}
        {waiting.length === 0 && done.length > 0 && <p className="soft">{words.empty}</p>}
        {waiting.length > 0 && (
          <ul aria-label={words.waiting} className={own.rows}>
            {waiting.map((bundle) => (
              <HeldRow bundle={bundle} isOnline={isOnline} key={bundle.id} now={now} onRelease={() => ask(bundle)} />
            ))}
          </ul>
        )}
      </Part>
      {done.length > 0 && (
        <Part icon={LockOpen} title={words.done}>
          <ul aria-label={words.done} className={own.rows}>
            {done.map((bundle) => (
              <ReleasedRow
                bundle={bundle}
                isBusy={again.isPending && again.variables.bundle === bundle.id}
                isOnline={isOnline}
                key={bundle.id}
                now={now}
                onAgain={() => {
                  release.reset();
                  again.mutate({ bundle: bundle.id });
                }}
              />
            ))}
          </ul>
        </Part>
      )}
      {asked && (
        <ReleaseDialog
          bundle={asked}
          error={release.error}
          isBusy={release.isPending}
          onClose={() => setAsked(null)}
          onRelease={(reason) =>
            release.mutateAsync({ bundle: asked.id, reason }).then(() => {
              setAsked(null);
              onReleased();
            })
          }
        />
      )}
    </>
  );
}
