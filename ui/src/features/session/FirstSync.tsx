import { Check, CircleDashed } from "lucide-react";

import { useAction, useCommand } from "@/api";
import type { SyncProgress, SyncWhat } from "@/generated/types";
import { sizeWords, useWords, waitWords, type Words } from "@/i18n";
import { Button, Icon, Notice, Progress, Seal, Spinner, State } from "@/ui";

import styles from "./session.module.css";

const ORDER: SyncWhat[] = ["library", "tickets"];

/** The first download on a machine: what, how much and how long. */
export function FirstSync() {
  const w = useWords();
  const { data } = useCommand("sync_state", {}, { everyMs: 2_000 });
  const again = useAction("sync_now");
  const signOut = useAction("sign_out");
  const progress = data?.progress ?? null;
  const offline = data?.link === "offline";
  return (
    <div className={styles.page}>
      <section aria-labelledby="first-sync" className={styles.sheet}>
        <Seal size={2.5} />
        <h1 className={styles.title} id="first-sync">
          {w.session.first.title}
        </h1>
        <p className="soft">{w.session.first.text}</p>
        <ul className={styles.steps}>
          {ORDER.map((what) => (
            <Step key={what} progress={progress} what={what} />
          ))}
        </ul>
        {!progress && !offline && (
          <p className={styles.waiting}>
            <Spinner size={1} />
            {w.session.first.waiting}
          </p>
        )}
        {offline && (
          <Notice
            action={
              <Button onPress={() => again.mutate({})} size="small">
                {w.common.retry}
              </Button>
            }
            announce
            tone="amber"
          >
            {w.session.first.offline}
          </Notice>
        )}
        <Button className={styles.leave} edge="start" onPress={() => signOut.mutate({})} size="small" tone="plain">
          {w.frame.signOut}
        </Button>
      </section>
    </div>
  );
}

function Step({ what, progress }: { what: SyncWhat; progress: SyncProgress | null }) {
  const w = useWords();
  const name = w.enums.syncWhat[what];
  if (progress?.what === what) {
    return (
      <li>
        <Progress
          detail={detailWords(w, progress)}
          label={`${name}${w.punctuation.dot}${w.enums.syncPhase[progress.phase]}`}
          value={progress.total > 0 ? progress.done / progress.total : 0}
        />
      </li>
    );
  }
  const isDone = progress !== null && ORDER.indexOf(what) < ORDER.indexOf(progress.what);
  return (
    <li className={styles.step}>
      <span>{name}</span>
      {isDone ? (
        <State icon={Check} tone="jade">
          {w.session.first.done}
        </State>
      ) : (
        <span className={styles.nextStep}>
          <Icon of={CircleDashed} size={0.875} />
          {w.session.first.next}
        </span>
      )}
    </li>
  );
}

function detailWords(w: Words, progress: SyncProgress): string {
  const { done, total, phase, remaining_ms } = progress;
  const much =
    phase === "downloading"
      ? w.session.first.download(sizeWords(done), sizeWords(total))
      : w.session.first.records(done, total);
  if (remaining_ms === null) return much;
  return `${much}${w.punctuation.dot}${w.session.first.remaining(waitWords(w, remaining_ms))}`;
}
