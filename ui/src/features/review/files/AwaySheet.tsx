import { CircleAlert, CloudDownload, CloudOff, Hourglass } from "lucide-react";

import { useAction } from "@/api";
import type { FileView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, EmptyState, Notice, Progress } from "@/ui";

import styles from "./files.module.css";
import { percentAcross, whereOf } from "./where";

/** A file whose content is not here: where it is instead, and how it comes. */
export function AwaySheet({ sha256, view }: { sha256: string; view: FileView | undefined }) {
  const w = useWords();
  const words = w.files.away;
  const want = useAction("file_want");
  const fetchIt = (label: string) => (
    <Button busy={want.isPending} icon={CloudDownload} onPress={() => want.mutate({ sha256 })}>
      {label}
    </Button>
  );
  const sorry = want.error && (
    <Notice announce tone="red">
      {errorWords(w, want.error)}
    </Notice>
  );
  if (view?.fault === "missing" || view?.fault === "damaged") {
    return (
      <EmptyState
        action={view.at_platform && fetchIt(words.want)}
        icon={CircleAlert}
        text={words[view.fault]}
      />
    );
  }
  if (view?.place === "downloading") {
    const percent = percentAcross(view);
    if (whereOf(view) === "to_come") {
      return <EmptyState icon={Hourglass} text={`${words.toCome}\n${words.waiting}`} />;
    }
    return (
      <div className={styles.coming}>
        <div className={styles.comingBar}>
          <Progress
            detail={w.review.viewer.percent(percent)}
            label={view.paused ? words.downloadingPaused : words.downloading}
            value={percent / 100}
          />
        </div>
      </div>
    );
  }
  if (whereOf(view) === "to_come") {
    return <EmptyState action={fetchIt(words.wantLater)} icon={Hourglass} text={words.toCome} />;
  }
  return (
    <>
      {sorry}
      <EmptyState action={fetchIt(words.want)} icon={CloudOff} text={words.remote} />
    </>
  );
}
