import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { sizeWords, useWords } from "@/i18n";

import styles from "./transfers.module.css";

/** Files on their way in one line, which leads to them. */
export function TransfersNote() {
  const w = useWords();
  const words = w.transfers;
  const { data } = useCommand("files_on_the_way", {});
  if (!data) return null;
  const { files, bytes_left: left } = data;
  return (
    <p className={styles.note}>
      {files.length > 0 && (
        <span className="figures">
          {words.left(files.length, sizeWords(left))}
          {w.punctuation.stop}{" "}
        </span>
      )}
      <Link to="/files">{words.toFiles}</Link>
    </p>
  );
}
