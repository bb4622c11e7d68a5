import {
  ArrowDownToLine,
  ArrowUpFromLine,
  CirclePause,
  CloudOff,
  Hourglass,
  LoaderCircle,
  Pause,
  Play,
  TriangleAlert,
} from "lucide-react";
import { Link } from "@tanstack/react-router";

import { useAction } from "@/api";
import type { FileView, Timestamp } from "@/generated/types";
import { errorWords, sizeWords, useWords, waitWords, type Words } from "@/i18n";
import { Icon, IconButton, State, toast } from "@/ui";

import styles from "./transfers.module.css";
import { directionOf, type Doing, percentOf } from "./way";

const LOOK = {
  moving: { icon: LoaderCircle, tone: "blue" },
  waiting: { icon: Hourglass, tone: "soft" },
  offline: { icon: CloudOff, tone: "soft" },
  paused: { icon: CirclePause, tone: "violet" },
  allPaused: { icon: CirclePause, tone: "violet" },
  fault: { icon: TriangleAlert, tone: "amber" },
} as const;

/** A file: its name, its case, how it stands, and the button that halts it. */
export function FileRow({ file, doing, now }: {
  file: FileView;
  doing: Doing;
  now: Timestamp;
}) {
  const w = useWords();
  const words = w.transfers;
  const direction = directionOf(file);
  const percent = percentOf(file);
  return (
    <>
      <span className={styles.way} title={words[direction]}>
        <Icon of={direction === "up" ? ArrowUpFromLine : ArrowDownToLine} size={1} />
        <span className="visually-hidden">{words[direction]}</span>
      </span>
      <div className={styles.text}>
        <div className={styles.line}>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{sizeWords(file.bytes)}</span>
        </div>
        <div className={styles.line}>
          <span className={styles.subject} data-part="ticket">
            {file.subject === "" ? (
              words.noSubject
            ) : (
              <Link params={{ ticket: file.ticket }} to="/tickets/$ticket">
                {file.subject}
              </Link>
            )}
          </span>
          {doing === "fault" && <span className={styles.fault}>{faultWords(w, file, now)}</span>}
        </div>
      </div>
      <div className={styles.doing}>
        <State {...LOOK[doing]}>
          {doing === "moving" ? words.moving[direction] : words.state[doing]}
        </State>
        {percent > 0 && <span className={styles.part}>{words.part(percent)}</span>}
      </div>
      <span data-part="pause">
        <PauseButton file={file} />
      </span>
    </>
  );
}

/** Why it did not get through, and when it is tried again. */
function faultWords(w: Words, { fault, next_attempt: next }: FileView, now: Timestamp): string {
  const words = w.transfers;
  const why = fault === null ? "" : words.fault[fault];
  if (next === null) return why;
  const again = next <= now ? words.nextSoon : words.next(waitWords(w, next - now));
  return `${why}${w.punctuation.dot}${again}`;
}

function PauseButton({ file: { sha256, name, paused } }: { file: FileView }) {
  const w = useWords();
  const words = w.transfers;
  const pause = useAction("file_pause");
  return (
    <IconButton
      icon={paused ? Play : Pause}
      isDisabled={pause.isPending}
      label={paused ? words.resume(name) : words.pause(name)}
      onPress={() =>
        pause.mutate(
          { sha256, paused: !paused },
          {
            onSuccess: () => toast("jade", paused ? words.resumed(name) : words.paused(name)),
            onError: (error) => toast("red", errorWords(w, error)),
          },
        )
      }
    />
  );
}
