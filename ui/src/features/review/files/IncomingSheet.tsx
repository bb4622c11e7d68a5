import { CircleAlert, ShieldAlert } from "lucide-react";

import { errorWords, useWords } from "@/i18n";
import { Button, Icon, Progress } from "@/ui";

import { ContentViewer } from "../viewer/ContentViewer";
import { viewerFor } from "../viewer/content";
import { giveUp, takeAnyway, tryAgain } from "./engine";
import styles from "./files.module.css";
import { HeldWords } from "./HeldWords";
import { canStop, type Incoming, shareOf, type Standing } from "./incoming";
import { Warnings } from "./Warnings";
import { useWays } from "./ways";

/** A file on its way in under the glass: how far it is, or what a person has to decide. */
export function IncomingSheet({ incoming }: { incoming: Incoming }) {
  const w = useWords();
  const words = w.files.incoming;
  const { id, file, standing } = incoming;
  const size = w.review.viewer.size;
  const away = (
    <Button onPress={() => giveUp(id)} tone="primary">
      {words.putAway}
    </Button>
  );
  switch (standing.is) {
    case "waiting":
    case "sending":
    case "checking":
    case "filed": {
      const sent = shareOf(incoming) * file.size;
      return (
        <div className={styles.coming}>
          <div className={styles.comingBar}>
            <Progress
              detail={words.progress(size(sent), size(file.size))}
              label={file.name}
              value={shareOf(incoming)}
            />
          </div>
          <p className="soft">{isReadIn(standing) ? words.checking : words.leave}</p>
          <Button isDisabled={!canStop(incoming)} onPress={() => giveUp(id)}>
            {words.cancel}
          </Button>
        </div>
      );
    }
    case "warned":
      return <Warned incoming={incoming} warnings={standing.warnings} />;
    case "held":
      return (
        <div className={styles.coming} data-tone="red">
          <Icon of={ShieldAlert} size={2} />
          <p className={styles.comingName}>{file.name}</p>
          <HeldWords reason={standing.reason} />
          <p className="soft">{w.files.held.apart}</p>
          {away}
        </div>
      );
    case "not_begun":
      return (
        <div className={styles.coming} data-tone="red">
          <Icon of={CircleAlert} size={2} />
          <p className={styles.comingName}>{file.name}</p>
          <p>{words.refused[standing.why](size(file.size))}</p>
          {away}
        </div>
      );
    case "failed":
      return (
        <div className={styles.coming} data-tone="red">
          <Icon of={CircleAlert} size={2} />
          <p className={styles.comingName}>{file.name}</p>
          <p>{errorWords(w, standing.error)}</p>
          <div className={styles.choices}>
            <Button onPress={() => giveUp(id)}>{words.putAway}</Button>
            {standing.error.code !== "refused" && (
              <Button onPress={() => tryAgain(id)} tone="primary">
                {words.again}
              </Button>
            )}
          </div>
        </div>
      );
  }
}

function isReadIn({ is }: Standing): boolean {
  return is === "checking" || is === "filed";
}

function Warned({ incoming, warnings }: {
  incoming: Incoming;
  warnings: Parameters<typeof Warnings>[0]["warnings"];
}) {
  const w = useWords();
  const words = w.files.warned;
  const { id, file, materialName } = incoming;
  const open = useWays();
  return (
    <section aria-label={words.title(materialName)} className={styles.warned}>
      <div className={styles.question}>
        <p className={styles.questionTitle}>{words.title(materialName)}</p>
        <Warnings warnings={warnings} />
        <div className={styles.choices}>
          <Button
            onPress={() => {
              giveUp(id);
              open("choose");
            }}
            tone="primary"
          >
            {words.again}
          </Button>
          <Button onPress={() => giveUp(id)}>{words.drop}</Button>
          <Button onPress={() => void takeAnyway(id)}>{words.anyway}</Button>
        </div>
      </div>
      {viewerFor(file.type) === "image" && (
        <ContentViewer content={file} media={file.type} name={file.name} />
      )}
    </section>
  );
}
