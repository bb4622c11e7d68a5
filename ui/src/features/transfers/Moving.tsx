import { ArrowDownToLine, ArrowUpFromLine } from "lucide-react";

import type { FileView } from "@/generated/types";
import { sizeWords, useWords } from "@/i18n";
import { Icon, Progress } from "@/ui";

import styles from "./transfers.module.css";
import { directionOf, leftOf, percentOf } from "./way";

/** The file that is moving, how far it is and what is left of it. */
export function Moving({ file }: { file: FileView }) {
  const w = useWords();
  const words = w.transfers;
  const direction = directionOf(file);
  const percent = percentOf(file);
  return (
    <div className={styles.moving} data-moving={file.sha256}>
      <Icon of={direction === "up" ? ArrowUpFromLine : ArrowDownToLine} size={1.25} />
      <div className={styles.bar}>
        <Progress
          detail={words.movingDetail(percent, sizeWords(leftOf(file)))}
          label={`${words.moving[direction]}${w.punctuation.colon}${file.name}`}
          value={percent / 100}
        />
      </div>
    </div>
  );
}
