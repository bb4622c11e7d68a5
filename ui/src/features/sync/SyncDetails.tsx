import { Link } from "@tanstack/react-router";
import { LogIn } from "lucide-react";
import type { ReactNode } from "react";

import { useAction, useCommand } from "@/api";
import type { SyncState, Timestamp } from "@/generated/types";
import { fullWhenWords, spanWords, useWords, waitWords, whenWords, type Words } from "@/i18n";
import { Button, DefinitionList, Notice, Progress, useNow } from "@/ui";

import styles from "./details.module.css";
import { LinkMark } from "./LinkMark";
import { isSkewed } from "./skew";

/** How this station stands with the platform, in full. */
export function SyncDetails({ hideTitle, files }: {
  /** What there is to say about files, which have a place of their own. */
  files?: ReactNode;
  /** Something around it says what it is. */
  hideTitle?: boolean;
}) {
  const w = useWords();
  const words = w.sync.details;
  const now = useNow(5_000);
  const { data } = useCommand("sync_state", {});
  if (!data) return null;
  const when = (at: Timestamp | null, none: string) =>
    at === null ? none : <span title={fullWhenWords(w, at)}>{whenWords(w, at, now)}</span>;
  return (
    <section aria-label={words.title} className={styles.details}>
      {!hideTitle && <h2 className={styles.title}>{words.title}</h2>}
      <DefinitionList
        items={[
          [words.link, <LinkMark key="link" link={data.link} />],
          [words.lastContact, when(data.last_contact, words.never)],
          [words.dataAsOf, when(data.data_as_of, w.common.noData)],
          [words.nextAttempt, nextWords(w, data, now)],
          [words.pending, data.pending === 0 ? words.none : w.common.items(data.pending)],
          [words.attention, data.attention === 0 ? words.none : w.common.items(data.attention)],
        ]}
      />
      {files}
      <Download state={data} />
      <Advice state={data} />
      <p>
        <Link to="/station">{w.station.open}</Link>
      </p>
    </section>
  );
}

function nextWords(w: Words, { next_attempt: next }: SyncState, now: Timestamp): string | null {
  if (next === null) return null;
  const left = next - now;
  return left <= 0 ? w.sync.details.soon : w.sync.details.inTime(waitWords(w, left));
}

function Download({ state: { progress } }: { state: SyncState }) {
  const w = useWords();
  if (!progress || progress.total === 0) return null;
  const share = progress.done / progress.total;
  return (
    <Progress
      detail={`${Math.floor(Math.min(1, share) * 100)}%`}
      label={`${w.enums.syncWhat[progress.what]}${w.punctuation.dot}${w.enums.syncPhase[progress.phase]}`}
      value={share}
    />
  );
}

/** What to do about it, where there is something to do. */
function Advice({ state: { link, clock_skew_ms: skew } }: { state: SyncState }) {
  const w = useWords();
  const signOut = useAction("sign_out");
  const { advice, signInAgain, skewAhead, skewBehind, safe } = w.sync.details;
  const off = skew !== null && isSkewed(skew) ? spanWords(w, Math.abs(skew)) : null;
  const hint = link in advice ? advice[link as keyof typeof advice] : null;
  return (
    <>
      {hint && (
        <Notice
          action={link === "braked" && <Link to="/station">{w.sync.details.look}</Link>}
          tone="amber"
        >
          {hint}
        </Notice>
      )}
      {link === "sign_in_needed" && (
        <Button busy={signOut.isPending} icon={LogIn} onPress={() => signOut.mutate({})}>
          {signInAgain}
        </Button>
      )}
      {off && skew !== null && (
        <Notice tone="amber">{skew > 0 ? skewAhead(off) : skewBehind(off)}</Notice>
      )}
      {!hint && <p className={styles.safe}>{safe}</p>}
    </>
  );
}
