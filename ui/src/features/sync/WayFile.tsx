import { Link } from "@tanstack/react-router";
import { CloudCheck, CloudUpload } from "lucide-react";

import type { FileView } from "@/generated/types";
import { sizeWords, useWords } from "@/i18n";
import { Progress, State } from "@/ui";

import styles from "./way.module.css";

/** The file that an action names goes a way of its own, behind the actions. */
export function WayFile({ file }: { file: FileView }) {
  const w = useWords();
  const words = w.way.file;
  const isMoving = file.bytes > 0 && (file.place === "uploading" || file.place === "downloading");
  return (
    <section className={styles.file}>
      <h2 className={styles.partTitle}>{words.title}</h2>
      {isMoving ? (
        <Progress
          detail={words.across(sizeWords(file.durable), sizeWords(file.bytes))}
          label={file.name}
          value={file.durable / file.bytes}
        />
      ) : (
        <div className={styles.fileLine}>
          <span className={styles.fileName}>{file.name}</span>
          <span className="soft figures">{sizeWords(file.bytes)}</span>
          <State icon={file.at_platform ? CloudCheck : CloudUpload} tone={file.at_platform ? "jade" : "blue"}>
            {file.at_platform ? w.files.where.uploaded() : w.files.where[file.place](0)}
          </State>
        </div>
      )}
      {file.fault !== null && <p className={styles.odd}>{w.transfers.fault[file.fault]}</p>}
      {!file.at_platform && (
        <p>
          <Link to="/files">{words.toFiles}</Link>
        </p>
      )}
    </section>
  );
}
