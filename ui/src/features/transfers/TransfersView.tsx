import { CircleCheck } from "lucide-react";

import { useCommand } from "@/api";
import type { FilesOnTheWay, Link } from "@/generated/types";
import { errorWords, sizeWords, useWords, waitWords, type Words } from "@/i18n";
import { Button, EmptyState, ErrorState, Notice, Waiting } from "@/ui";

import { FileRows } from "./FileRows";
import { Moving } from "./Moving";
import { Pace } from "./Pace";
import styles from "./transfers.module.css";
import { shortestMs } from "./way";

/** The files on their way to the platform and back: the moving one, the others, and the pace. */
export function TransfersView() {
  const w = useWords();
  const words = w.transfers;
  const { data: way, error, refetch } = useCommand("files_on_the_way", {});
  const link = useCommand("sync_state", {}).data?.link ?? "connecting";
  const retry = <Button onPress={() => void refetch()}>{w.common.retry}</Button>;
  if (!way) {
    if (!error) return <Waiting label={w.common.loading} />;
    return (
      <ErrorState
        action={retry}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  const moving = way.files.find(({ sha256 }) => sha256 === way.current) ?? null;
  return (
    <section aria-label={words.title} className={styles.pane}>
      <header className={styles.head}>
        <p aria-live="polite" className={styles.sum}>
          {way.files.length > 0 ? <SumWords way={way} /> : words.none}
        </p>
        <Pace pace={way.pace} />
      </header>
      {error && (
        <Notice action={retry} announce tone="amber">
          {errorWords(w, error)}
        </Notice>
      )}
      <Standing link={link} way={way} />
      {moving && !way.pace.paused && link === "online" && <Moving file={moving} />}
      {way.files.length === 0 ? (
        <EmptyState icon={CircleCheck} text={words.empty} />
      ) : (
        <FileRows link={link} way={way} />
      )}
    </section>
  );
}

/** How many, how much, and how long: at least by the budget, or about so at the pace of now. */
function SumWords({ way }: { way: FilesOnTheWay }) {
  const { files, bytes_left: left, pace, remaining_ms: measured } = way;
  const w = useWords();
  const words = w.transfers;
  const shortest = shortestMs(left, pace.bytes_per_minute);
  return (
    <>
      <strong>{words.left(files.length, sizeWords(left))}</strong>
      {shortest !== null && (
        <span className={styles.atLeast}>{words.atLeast(longWords(w, shortest))}</span>
      )}
      {shortest === null && measured !== null && left > 0 && (
        <span className={styles.atLeast}>{words.about(longWords(w, measured))}</span>
      )}
    </>
  );
}

/** Minutes up to two hours, whole hours from then on. */
function longWords(w: Words, ms: number): string {
  const hours = ms / 3_600_000;
  return hours < 2 ? waitWords(w, ms) : w.transfers.hours(Math.ceil(hours));
}

/** Why nothing moves, where nothing does; and that nothing is lost. */
function Standing({ way, link }: { way: FilesOnTheWay; link: Link }) {
  const words = useWords().transfers;
  return (
    <div aria-live="polite" className={styles.standing}>
      {way.pace.paused && <Notice tone="amber">{words.allPaused}</Notice>}
      {link === "offline" && <Notice tone="blue">{words.offline}</Notice>}
      {link === "sign_in_needed" && <Notice tone="amber">{words.signIn}</Notice>}
    </div>
  );
}
