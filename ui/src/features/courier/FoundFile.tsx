import { PackageOpen, Send } from "lucide-react";

import { useCommand } from "@/api";
import type { CourierFile } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button, DefinitionList, Notice, useNow } from "@/ui";

import styles from "./courier.module.css";
import { found } from "./found";

/** What a file is, and the one thing that can be done with it here. */
export function FoundFile({ file, path, isBusy, onCarry, onImport, onAgain }: {
  file: CourierFile;
  path: string;
  isBusy: boolean;
  onCarry: () => void;
  onImport: () => void;
  onAgain: () => void;
}) {
  const w = useWords();
  const words = w.courier.take;
  const now = useNow();
  const link = useCommand("sync_state", {}).data?.link ?? "connecting";
  const what = found(file, link);
  const { kind, mine, outcome, taken_at: takenAt, carried_at: carriedAt, imported_at: readAt } = file;
  const station = mine ? words.ownStation(file.station) : w.courier.station(file.station);
  const cannotCarry = file.can === "carry" && link !== "online";
  const canImport = what === "import";
  return (
    <div aria-live="polite" className={styles.found}>
      <DefinitionList
        items={[
          [words.kind[kind], <span className={styles.path} key="name">{fileName(path)}</span>],
          [kind === "back" ? words.to : words.from, station],
          [words.numberName, <span className="figures" key="number">{`${w.courier.number(file.number)}${file.part ? words.part(...file.part) : ""}`}</span>],
          [
            words.written,
            <span key="written" title={fullWhenWords(w, file.written_at)}>
              {whenWords(w, file.written_at, now)}
            </span>,
          ],
          [
            words.answered,
            outcome && takenAt && words.answeredAt(w.courier.outcome[outcome], whenWords(w, takenAt, now)),
          ],
        ]}
      />
      <Notice tone={canImport || file.can === "carry" ? "blue" : "amber"}>
        <p>{words.what[what]}</p>
        {carriedAt !== null && <p>{words.carriedBefore(whenWords(w, carriedAt, now))}</p>}
        {readAt !== null && <p>{words.importedBefore(whenWords(w, readAt, now))}</p>}
      </Notice>
      {cannotCarry && <Notice tone="amber">{words.needsLine}</Notice>}
      <div className={styles.steps}>
        {file.can === "carry" && (
          <Button
            busy={isBusy}
            icon={Send}
            onPress={onCarry}
            reason={cannotCarry ? words.needsLine : null}
            tone={what === "carry_mine_online" || carriedAt !== null ? "quiet" : "primary"}
          >
            {words.carry}
          </Button>
        )}
        {canImport && (
          <Button busy={isBusy} icon={PackageOpen} onPress={onImport} tone="primary">
            {words.import}
          </Button>
        )}
        <Button isDisabled={isBusy} onPress={onAgain}>
          {words.another}
        </Button>
      </div>
    </div>
  );
}

/** The last part of a path of either system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
