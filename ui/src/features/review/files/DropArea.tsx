import { FilePlus2, Ban } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "./files.module.css";

/** A file of the system, and whether it is really a folder. */
export interface Dropped {
  file: File;
  isFolder: boolean;
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}

/** Folders look like files of no kind; only the entry tells. */
function droppedOf(transfer: DataTransfer): Dropped[] {
  return [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .flatMap((item) => {
      const file = item.getAsFile();
      return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }] : [];
    });
}

/** Takes files that are dragged here. While they are over it, it says where they go. */
export function DropArea({ name, against, className, onDrop, children }: {
  /** Name of the material. */
  name: string;
  /** What stands against it, in words; `null`: nothing. */
  against: string | null;
  className: string | undefined;
  onDrop: (files: Dropped[]) => void;
  children: ReactNode;
}) {
  const w = useWords();
  const words = w.files.ways;
  const [isOver, setOver] = useState(false);
  // Every element inside is entered before the one around it is left.
  const depth = useRef(0);
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    <div
      className={className}
      data-over={isOver || undefined}
      onDragEnter={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!bringsFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) end();
      }}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = against === null ? "copy" : "none";
      }}
      onDrop={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        end();
        if (against === null) onDrop(droppedOf(event.dataTransfer));
      }}
      role="presentation"
    >
      {children}
      {isOver && (
        <div className={styles.drop} data-refused={against !== null || undefined} role="status">
          <p>
            <Icon of={against === null ? FilePlus2 : Ban} size={1.25} />
            {against === null ? words.drop(name) : words.dropRefused(against)}
          </p>
        </div>
      )}
    </div>
  );
}
