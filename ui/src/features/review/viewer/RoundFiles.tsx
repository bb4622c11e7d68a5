import { File, FileImage, FileText } from "lucide-react";
import { Button } from "react-aria-components";

import type { FiledMaterial, FileView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Tooltip } from "@/ui";

import { PlaceMark } from "../files/PlaceMark";
import { Thumb } from "../files/Thumb";
import { viewerFor } from "./content";
import styles from "./viewer.module.css";

const ICONS = { image: FileImage, pdf: FileText } as const;

/** The files of one round. What was taken off is struck out and says why. */
export function RoundFiles({ round, showsRound, files, current, views, viewsAreComing, onPick }: {
  round: number;
  /** There are several: each says its number. */
  showsRound: boolean;
  files: readonly FiledMaterial[];
  current: FiledMaterial | null;
  /** Where each file is; without it only its size is said. */
  views?: ReadonlyMap<string, FileView> | undefined;
  /** They are being asked for. */
  viewsAreComing: boolean;
  onPick: (filed: FiledMaterial) => void;
}) {
  const w = useWords();
  const words = w.review.viewer;

  return (
    <div
      aria-label={w.files.strip.ofRound(w.review.round(round))}
      className={styles.round}
      role="group"
    >
      {showsRound && <h3 className={styles.roundTitle}>{w.review.round(round)}</h3>}
      {files.map((filed) => {
        const { file, removed } = filed;
        const viewer = viewerFor(file.media);
        const view = views?.get(file.sha256);
        return (
          <Tooltip
            key={file.sha256}
            text={removed === null ? `${file.name} ${words.size(file.bytes)}` : words.removed(removed)}
          >
            <Button
              aria-pressed={filed === current}
              className={styles.file ?? ""}
              data-removed={removed !== null || undefined}
              data-tile
              onPress={() => onPick(filed)}
            >
              <Thumb icon={viewer ? ICONS[viewer] : File} view={view} />
              <span className={styles.fileWords}>
                <span className={styles.fileName}>{file.name}</span>
                {removed === null && views && (view || !viewsAreComing) ? (
                  <PlaceMark view={view} />
                ) : (
                  <span className={styles.fileSize}>
                    {removed === null ? words.size(file.bytes) : words.removedMark}
                  </span>
                )}
              </span>
            </Button>
          </Tooltip>
        );
      })}
    </div>
  );
}
