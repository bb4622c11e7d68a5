import { Link } from "@tanstack/react-router";
import { FolderOpen, FolderX, ScanLine } from "lucide-react";

import { useCommand } from "@/api";
import type { ScanFolder } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, EmptyState, ErrorState, Waiting } from "@/ui";

import styles from "./files.module.css";
import type { Place } from "./incoming";
import { ScanRow } from "./ScanRow";

/** What the scanner has written: one press takes it in. */
export function ScanDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const w = useWords();
  const words = w.files.scan;
  const folder = useCommand("scan_folder", {});
  const { data } = folder;
  const isUsable = data?.path !== undefined && data.path !== null && data.problem === null;
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <span className={styles.folder}>
            {isUsable && (
              <>
                <span className={styles.path}>{data.path}</span>
                <span>{data.remove_taken ? words.removesTaken : words.keepsTaken}</span>
              </>
            )}
          </span>
          <Button onPress={onClose}>{w.common.close}</Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={words.title(place.materialName)}
      width={42}
    >
      {folder.isPending && <Waiting label={w.common.loading} />}
      {folder.isError && (
        <ErrorState
          action={<Button onPress={() => void folder.refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, folder.error)}
          title={w.errors.title}
        />
      )}
      {data && <Scans folder={data} onAgain={() => void folder.refetch()} place={place} />}
    </Dialog>
  );
}

function Scans({ folder, place, onAgain }: { folder: ScanFolder; place: Place; onAgain: () => void }) {
  const w = useWords();
  const words = w.files.scan;
  const { path, problem, files } = folder;
  const toSettings = <Link to="/settings">{words.toSettings}</Link>;
  if (path === null) return <EmptyState action={toSettings} icon={FolderOpen} text={words.none} />;
  if (problem !== null) {
    return (
      <EmptyState
        action={
          <span className={styles.choices}>
            <Button onPress={onAgain}>{w.common.retry}</Button>
            {toSettings}
          </span>
        }
        icon={FolderX}
        text={`${words.problem[problem]}\n${path}`}
      />
    );
  }
  if (files.length === 0) return <EmptyState icon={ScanLine} text={words.empty} />;
  return (
    <ul aria-label={words.list} className={styles.scans}>
      {files.map((file) => (
        <ScanRow file={file} key={`${file.name} ${file.modified_at}`} place={place} />
      ))}
    </ul>
  );
}
