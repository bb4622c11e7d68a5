import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { ScanFolder, SetScanFolder } from "@/generated/types";
import { errorWords, sizeWords, useWords } from "@/i18n";
import { Button, Checkbox, ErrorState, toast, Waiting } from "@/ui";

import { ScanPath } from "./ScanPath";
import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** Where scans come from, and how files are carried. */
export function FilesPart() {
  const w = useWords();
  const words = w.settings.files;
  const folder = useCommand("scan_folder", {});
  return (
    <SettingsPart title={words.title}>
      {folder.data && <Scans folder={folder.data} />}
      {folder.isPending && <Waiting label={w.common.loading} />}
      {folder.isError && !folder.data && (
        <ErrorState
          action={<Button onPress={() => void folder.refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, folder.error)}
          title={w.errors.title}
        />
      )}
      <PaceNote />
    </SettingsPart>
  );
}

function Scans({ folder }: { folder: ScanFolder }) {
  const w = useWords();
  const words = w.settings.files;
  const set = useAction("scan_folder_set");
  const [tries, setTries] = useState(0);
  const isShort = set.error?.code === "bad_input";

  function change(next: SetScanFolder, done: string | null) {
    set.mutate(next, {
      onSuccess: ({ problem }) => {
        setTries((count) => count + 1);
        if (done !== null && problem === null) toast("jade", done);
      },
      onError: (error) => {
        // The field says it.
        if (error.code !== "bad_input") toast("red", errorWords(w, error));
      },
    });
  }

  return (
    <>
      <ScanPath
        folder={folder}
        isBusy={set.isPending}
        // Set again, the field shows what is kept now.
        key={`${folder.path ?? ""} ${tries}`}
        refused={isShort ? (set.variables?.path ?? null) : null}
        onSet={(path) =>
          change(
            { path, remove_taken: folder.remove_taken },
            path === null ? words.stopped : words.set,
          )
        }
      />
      <Checkbox
        isDisabled={set.isPending}
        isSelected={folder.remove_taken}
        onChange={(remove) => change({ path: folder.path, remove_taken: remove }, null)}
      >
        {words.remove}
        <span className={styles.note}>{words.removeNote}</span>
      </Checkbox>
    </>
  );
}

/** The budget is set where one sees what it does. */
function PaceNote() {
  const w = useWords();
  const words = w.settings.files;
  const { data } = useCommand("files_on_the_way", {});
  if (!data) return null;
  const { bytes_per_minute: budget } = data.pace;
  return (
    <div>
      <p>{words.pace(budget === null ? words.unlimited : sizeWords(budget))}</p>
      <p>
        <Link to="/files">{words.openTransfers}</Link>
      </p>
    </div>
  );
}
