import { CircleCheck, File as FileIcon } from "lucide-react";
import { useEffect } from "react";

import { cache, useAction, useCommand } from "@/api";
import type { ScanFile } from "@/generated/types";
import { errorWords, useWords, whenWords } from "@/i18n";
import { Button, Notice, State, useNow } from "@/ui";

import styles from "./files.module.css";
import { HeldWords } from "./HeldWords";
import type { Place } from "./incoming";
import { Picture } from "./Thumb";
import { Warnings } from "./Warnings";

/** A file in the scan folder, and what became of it. */
export function ScanRow({ file, place }: { file: ScanFile; place: Place }) {
  const w = useWords();
  const now = useNow();
  const words = w.files.scan;
  const { name, bytes, modified_at } = file;
  const thumbnail = useCommand("scan_thumbnail", { name });
  // A scan that is written once more under its name looks different.
  useEffect(() => () => cache.removeQueries({ queryKey: ["scan_thumbnail", { name }] }), [name]);
  const take = useAction("scan_take");
  const { ticket, material } = place;
  const run = (despite_warnings: boolean) => take.mutate({ ticket, material, name, despite_warnings });
  const outcome = take.data?.outcome;
  return (
    <li className={styles.scan}>
      <Picture icon={FileIcon} jpeg={thumbnail.data?.jpeg ?? null} />
      <div className={styles.scanWords}>
        <p className={styles.heldName}>{name}</p>
        <p className={styles.scanFacts}>
          {whenWords(w, modified_at, now)} <span>{w.review.viewer.size(bytes)}</span>
        </p>
      </div>
      {outcome === "filed" ? (
        <State icon={CircleCheck} tone="jade">
          {words.taken}
        </State>
      ) : (
        outcome !== "warned" && (
          <Button
            aria-label={words.takeOne(name)}
            busy={take.isPending}
            onPress={() => run(false)}
            size="small"
          >
            {words.take}
          </Button>
        )
      )}
      <div aria-live="polite" className={styles.scanSaid}>
        {outcome === "warned" && take.data && (
          <Notice tone="amber">
            <p>{w.files.warned.title(place.materialName)}</p>
            <Warnings hasIcon warnings={take.data.warnings} />
            <div className={styles.choices}>
              <Button onPress={() => take.reset()} size="small">
                {w.files.warned.drop}
              </Button>
              <Button busy={take.isPending} onPress={() => run(true)} size="small">
                {w.files.warned.anyway}
              </Button>
            </div>
          </Notice>
        )}
        {outcome === "held" && take.data?.held && (
          <Notice tone="red">
            <HeldWords reason={take.data.held} />
            <p>{w.files.held.apart}</p>
          </Notice>
        )}
        {take.error && <Notice tone="red">{errorWords(w, take.error)}</Notice>}
      </div>
    </li>
  );
}
