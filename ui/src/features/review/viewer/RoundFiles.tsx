import { File, FileImage, FileText } from "lucide-react";
import { Button } from "react-aria-components";

import type { FiledMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { Icon, Tooltip } from "@/ui";

import { viewerFor } from "./content";
import styles from "./viewer.module.css";

const ICONS = { image: FileImage, pdf: FileText } as const;

/** The files of one round. What was taken off is struck out and says why. */
export function RoundFiles({ round, files, current, onPick }: {
  round: number;
  files: readonly FiledMaterial[];
  current: FiledMaterial;
  onPick: (filed: FiledMaterial) => void;
}) {
  const w = useWords();
  const words = w.review.viewer;
  return (
    <div className={styles.round}>
      <h3 className={styles.roundTitle}>{w.review.round(round)}</h3>
      {files.map((filed) => {
        const { file, removed } = filed;
        const viewer = viewerFor(file.media);
        return (
          <Tooltip key={file.sha256} text={removed === null ? file.name : words.removed(removed)}>
            <Button
              aria-pressed={filed === current}
              className={styles.file ?? ""}
              data-removed={removed !== null || undefined}
              onPress={() => onPick(filed)}
            >
              <Icon of={viewer ? ICONS[viewer] : File} size={0.875} />
              <span className={styles.fileName}>{file.name}</span>
              <span className={styles.fileSize}>
                {removed === null ? words.size(file.bytes) : words.removedMark}
              </span>
            </Button>
          </Tooltip>
        );
      })}
    </div>
  );
}
