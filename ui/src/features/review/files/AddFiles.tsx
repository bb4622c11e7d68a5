import { Camera, FilePlus2, ScanLine } from "lucide-react";

import { useWords } from "@/i18n";
import { Button, IconButton } from "@/ui";

import { hasCamera } from "@/forms";
import styles from "./files.module.css";
import { useWays } from "./ways";

/** The ways in, in a small row at the end of the strip. */
export function AddFiles() {
  const w = useWords();
  const words = w.files.ways;
  const open = useWays();
  return (
    <div aria-label={words.title} className={styles.ways} role="group">
      <Button aria-keyshortcuts="F" icon={FilePlus2} onPress={() => open("choose")} size="small">
        {words.add}
      </Button>
      <IconButton
        aria-keyshortcuts="S"
        icon={ScanLine}
        label={words.scan}
        onPress={() => open("scan")}
        size="small"
      />
      {hasCamera() && (
        <IconButton icon={Camera} label={words.camera} onPress={() => open("camera")} size="small" />
      )}
    </div>
  );
}

/** The same in words, where there is no file yet. */
export function FirstFile() {
  const w = useWords();
  const words = w.files.ways;
  const open = useWays();
  return (
    <>
      <div aria-label={words.title} className={styles.firstWays} role="group">
        <Button aria-keyshortcuts="F" icon={FilePlus2} onPress={() => open("choose")}>
          {words.add}
        </Button>
        <Button aria-keyshortcuts="S" icon={ScanLine} onPress={() => open("scan")}>
          {words.scan}
        </Button>
        {hasCamera() && (
          <Button icon={Camera} onPress={() => open("camera")}>
            {words.camera}
          </Button>
        )}
      </div>
      <p className={styles.kinds}>{words.kinds}</p>
    </>
  );
}
