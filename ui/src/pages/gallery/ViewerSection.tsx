import { useState } from "react";
import { FileTrigger } from "react-aria-components";

import { ContentViewer, FileViewer } from "@/features/review";
import type { FiledMaterial, FileRef } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button } from "@/ui";

import styles from "./gallery.module.css";

/** The viewer for what was handed in, with files of one's own. Nothing is kept. */
export function ViewerSection() {
  const w = useWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const filed = files.map((file, index): FiledMaterial => ({
    file: { sha256: String(index), name: file.name, media: file.type, bytes: file.size },
    round: index + 1,
    at: file.lastModified,
    by: "",
    removed: null,
  }));
  const read = ({ sha256 }: FileRef) => {
    const file = files[Number(sha256)];
    return file ? Promise.resolve(file) : Promise.reject(new Error("not chosen"));
  };
  const [first] = files;
  const extras = first
    ? [
        {
          id: "sample",
          label: w.review.viewer.sample,
          name: first.name,
          sheet: <ContentViewer content={first} media={first.type} name={first.name} />,
        },
      ]
    : [];
  return (
    <section className={styles.card}>
      <h2>Viewer</h2>
      <div className={styles.line}>
        <FileTrigger allowsMultiple onSelect={(list) => setFiles([...(list ?? [])])}>
          <Button>PDF, PNG, JPEG</Button>
        </FileTrigger>
      </div>
      <div className={styles.tall}>
        <FileViewer
          extras={extras}
          files={filed}
          key={first?.name}
          name="Viewer"
          read={read}
        />
      </div>
    </section>
  );
}
