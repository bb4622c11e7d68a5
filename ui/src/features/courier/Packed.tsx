import { ClipboardCopy } from "lucide-react";

import type { CourierExported } from "@/generated/types";
import { sizeWords, useWords } from "@/i18n";
import { Button, copyText, Notice, toast } from "@/ui";

import styles from "./courier.module.css";

/** A bundle that was just saved: where it is, and where it goes now. */
export function Packed({ packed }: { packed: CourierExported }) {
  const w = useWords();
  const words = w.courier.pack;
  const { number, actions, bytes, left, load, path, volumes } = packed;
  return (
    <Notice announce tone="jade">
      <div className={styles.result}>
        <p>
          <strong>{words.done(number)}</strong>
        </p>
        <p className="figures">
          {words.holds(actions)}
          {w.punctuation.dot}
          {sizeWords(bytes)}
        </p>
        <FilePath label={words.saved} path={path} />
        {volumes.length > 0 && <p>{words.volumes(volumes.length, load.files)}</p>}
        {load.left > 0 && <p>{words.filesLeft(load.left, sizeWords(load.left_bytes))}</p>}
        {left > 0 && <p>{words.left(left)}</p>}
        <p>{volumes.length > 0 ? words.nextAll(volumes.length + 1) : words.next}</p>
      </div>
    </Notice>
  );
}

/** Where a file lies, to be found again. */
export function FilePath({ label, path }: { label: string; path: string }) {
  const w = useWords();
  const words = w.courier.pack;
  function copy() {
    void copyText(path).then((done) =>
      toast(done ? "jade" : "red", done ? words.copied : words.copyFailed),
    );
  }
  return (
    <p className={styles.place}>
      <span className="soft">{label}</span>
      <span className={styles.path}>{path}</span>
      <Button edge="start" icon={ClipboardCopy} onPress={copy} size="small" tone="plain">
        {words.copy}
      </Button>
    </p>
  );
}
