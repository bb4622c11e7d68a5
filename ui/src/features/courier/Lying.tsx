import { FileWarning, HardDriveDownload, PackageOpen, Paperclip, Send, Usb } from "lucide-react";

import { useCommand } from "@/api";
import type { CourierFound } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords, type Words } from "@/i18n";
import { Button, Icon, type LucideIcon, useNow } from "@/ui";

import styles from "./courier.module.css";
import { lyingOrder, usualStep } from "./lying";

/** A stick is seen this soon after it is plugged in. */
const LOOK_MS = 4_000;
/** Shown at once; the rest behind a line that says how many. */
const MOST_SHOWN = 6;

/** What lies on plugged sticks and in the folder for downloads, what can be done first. */
export function Lying({ isBusy, onChoose }: { isBusy: boolean; onChoose: (path: string) => void }) {
  const w = useWords();
  const words = w.courier.lying;
  const { data, error } = useCommand("courier_find", { folder: null }, { everyMs: LOOK_MS });
  if (!data) return error ? <p className={styles.note}>{errorWords(w, error)}</p> : null;
  if (data.length === 0) return <p className={styles.note}>{words.none}</p>;
  const found = lyingOrder(data);
  const rest = found.length - MOST_SHOWN;
  return (
    <div>
      <p className={styles.note}>{words.found(found.length)}</p>
      <ul aria-label={words.list} className={styles.rows}>
        {found.slice(0, MOST_SHOWN).map((file) => (
          <FileRow file={file} isBusy={isBusy} key={file.path} onChoose={() => onChoose(file.path)} />
        ))}
      </ul>
      {rest > 0 && <p className={styles.note}>{words.more(rest)}</p>}
    </div>
  );
}

function FileRow({ file, isBusy, onChoose }: { file: CourierFound; isBusy: boolean; onChoose: () => void }) {
  const w = useWords();
  const words = w.courier.lying;
  const now = useNow();
  const { seen } = file;
  return (
    <li className={styles.row}>
      <Icon className={styles.rowIcon} of={iconOf(file)} size={1} />
      <div className={styles.rowText}>
        <p className={styles.rowHead}>
          <strong>{seen ? w.courier.take.kind[seen.kind] : words.unreadable}</strong>
          {seen && <span className="figures">
              {w.courier.number(seen.number)}
              {seen.part && w.courier.take.part(...seen.part)}
            </span>}
          {seen && (
            <span className="soft">{seen.mine ? w.courier.history.own : w.courier.station(seen.station)}</span>
          )}
        </p>
        <p className={styles.file} title={seen ? fullWhenWords(w, seen.written_at) : undefined}>
          <Place stick={file.stick} />
          {w.punctuation.dot}
          {seen ? words.written(whenWords(w, seen.written_at, now)) : file.file}
        </p>
        {seen && <Done file={file} />}
        {file.fault !== null && <p className={styles.file}>{w.errors.code[file.fault]}</p>}
      </div>
      <Button
        aria-label={words.openFile(file.file)}
        isDisabled={isBusy}
        onPress={onChoose}
        size="small"
        tone={usualStep(file) === null ? "plain" : "quiet"}
      >
        {words.open}
      </Button>
    </li>
  );
}

function Place({ stick }: { stick: string | null }) {
  const words = useWords().courier.lying;
  return (
    <span className={styles.where}>
      <Icon of={stick === null ? HardDriveDownload : Usb} size={0.875} />
      {stick === null ? words.downloads : words.onStick(stick)}
    </span>
  );
}

/** What was done with it here before, so that nobody opens it twice for nothing. */
function Done({ file: { seen } }: { file: CourierFound }) {
  const w = useWords();
  const now = useNow();
  const said = seen && doneWords(w, seen, now);
  return said ? <p className={styles.file}>{said}</p> : null;
}

function doneWords(w: Words, seen: NonNullable<CourierFound["seen"]>, now: number): string | null {
  const words = w.courier.lying;
  if (seen.imported_at !== null) return words.read(whenWords(w, seen.imported_at, now));
  if (seen.carried_at !== null) return words.carried(whenWords(w, seen.carried_at, now));
  return seen.can === "bring_on" ? words.bringOn : null;
}

function iconOf({ seen }: CourierFound): LucideIcon {
  if (!seen) return FileWarning;
  if (seen.kind === "files") return Paperclip;
  return seen.kind === "up" ? Send : PackageOpen;
}
