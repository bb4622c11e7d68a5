import { FolderCheck, FolderOpen, FolderX } from "lucide-react";
import { useState } from "react";

import { currentHost } from "@/api";
import type { ScanFolder } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, State, TextField } from "@/ui";

import styles from "./settings.module.css";

/** The desk lists so many files of a folder and no more. */
const MOST_LISTED = 200;

/** The path of the scan folder, why it cannot be read, and what lies in it. */
export function ScanPath({ folder, refused, isBusy, onSet }: {
  folder: ScanFolder;
  /** A path that was not taken because it is not written in full. */
  refused: string | null;
  isBusy: boolean;
  /** `null`: none is watched any more. */
  onSet: (path: string | null) => void;
}) {
  const words = useWords().settings.files;
  const [path, setPath] = useState(folder.path ?? "");
  const { pickFolder } = currentHost();
  const pick = async (ask: (title: string) => Promise<string | null>) => {
    const chosen = await ask(words.folder).catch(() => null);
    if (chosen === null) return;
    setPath(chosen);
    onSet(chosen);
  };
  const isKept = path.trim() === (folder.path ?? "");
  const isShort = refused !== null && path.trim() === refused;
  const problem = isKept && folder.problem !== null ? words.problem[folder.problem] : null;
  return (
    <form
      className={styles.scan}
      onSubmit={(event) => {
        event.preventDefault();
        onSet(path.trim() === "" ? null : path.trim());
      }}
    >
      <div className={styles.scanPath}>
        <TextField
          error={isShort ? words.notWhole : problem}
          hint={words.folderHint}
          label={words.folder}
          maxLength={1024}
          onChange={setPath}
          placeholder={words.placeholder}
          value={path}
        />
        {pickFolder && (
          <Button icon={FolderOpen} isDisabled={isBusy} onPress={() => void pick(pickFolder)}>
            {words.pick}
          </Button>
        )}
        <Button busy={isBusy} isDisabled={isKept && folder.problem === null} type="submit">
          {words.use}
        </Button>
        {folder.path !== null && (
          <Button isDisabled={isBusy} onPress={() => onSet(null)} tone="plain">
            {words.stop}
          </Button>
        )}
      </div>
      <div aria-live="polite" className={styles.scanState}>
        <FolderWords folder={folder} />
      </div>
    </form>
  );
}

function FolderWords({ folder: { path, problem, files } }: { folder: ScanFolder }) {
  const words = useWords().settings.files;
  if (path === null) return <span className="soft">{words.none}</span>;
  if (problem !== null) {
    return (
      <State icon={FolderX} tone="red">
        {path}
      </State>
    );
  }
  return (
    <>
      <State icon={FolderCheck} tone="jade">
        {words.watching}
      </State>
      <span className="figures">{words.count(files.length, files.length >= MOST_LISTED)}</span>
    </>
  );
}
