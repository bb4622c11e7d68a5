import type { FilesOnTheWay, Link } from "@/generated/types";
import { useWords } from "@/i18n";
import { LineList, useNow, useRowPx } from "@/ui";

import { FileRow } from "./FileRow";
import styles from "./transfers.module.css";
import { doingOf } from "./way";

/** The files as a list; a row has a link and a button of its own. */
export function FileRows({ way, link }: { way: FilesOnTheWay; link: Link }) {
  const w = useWords();
  const now = useNow(5_000);
  const rowPx = useRowPx();
  return (
    <LineList
      className={styles.scroll}
      heightOf={() => rowPx}
      items={way.files}
      keyOf={({ sha256 }) => sha256}
      label={w.transfers.list}
      render={(file) => (
        <div className={styles.row}>
          <FileRow doing={doingOf(file, way, link)} file={file} now={now} />
        </div>
      )}
    />
  );
}
