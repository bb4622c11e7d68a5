import { Files } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { FiledMaterial, FileView } from "@/generated/types";
import { useWords } from "@/i18n";
import { EmptyState, Select } from "@/ui";

import { firstToLookAt, type Incoming } from "../files/incoming";
import { IncomingSheet } from "../files/IncomingSheet";
import { IncomingTile } from "../files/IncomingTile";
import type { ReadFile } from "./content";
import { type Beside, FileSheet, SheetHead } from "./FileSheet";
import { RoundFiles } from "./RoundFiles";
import { besideOf, byRound, latestOf } from "./rounds";
import { Strip } from "./Strip";
import styles from "./viewer.module.css";

const NONE = "none";

/** What the desk adds to a file that is under the glass. */
export interface DeskParts {
  facts: string;
  note: string | null;
  actions: ReactNode;
  away: ReactNode;
  other: ReactNode;
}

/** A file is the same content in the same round. */
function keyOf({ file, round }: FiledMaterial): string {
  return `${round}:${file.sha256}`;
}

/**
 * What was handed in for one material: its versions by round, one of them under the glass, and
 * another one, the sample or the blank form beside it. `read` brings the content; without it
 * nothing is here.
 */
export function FileViewer({ files, name, read, extras = [], empty, incoming = [], views, viewsAreComing, tools, notes, parts }: {
  files: readonly FiledMaterial[];
  /** Name of the material. */
  name: string;
  read?: ReadFile | undefined;
  /** What can be laid beside besides the files. */
  extras?: readonly Beside[];
  /** What stands there while there is no file, instead of the usual sentence. */
  empty?: ReactNode;
  /** What is being handed in. */
  incoming?: readonly Incoming[];
  /** Where each file is, by its hash. */
  views?: ReadonlyMap<string, FileView> | undefined;
  /** They are being asked for: a file that is not among them may be known in a moment. */
  viewsAreComing?: boolean;
  /** Ways in, at the end of the strip. */
  tools?: ReactNode;
  /** What is to be known below the strip. */
  notes?: ReactNode;
  parts?: (filed: FiledMaterial) => DeskParts;
}) {
  const w = useWords();
  const words = w.review.viewer;
  const news = `${files.length} ${firstToLookAt(incoming)?.id ?? ""}`;
  const [picked, setPicked] = useState<{ key: string; news: string } | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  // What was picked by hand stays until something new arrives.
  const key = picked?.news === news ? picked.key : null;
  const pick = (next: string) => setPicked({ key: next, news });

  const latest = latestOf(files);
  const coming =
    incoming.find(({ id }) => String(id) === key) ??
    (files.some((filed) => keyOf(filed) === key)
      ? null
      : (firstToLookAt(incoming) ?? (latest ? null : (incoming[0] ?? null))));
  const shown = coming ? null : (files.find((filed) => keyOf(filed) === key) ?? latest);

  const others = files.filter((filed) => filed !== shown);
  const besideKey = beside ?? (shown ? besideOf(files, shown) : null)?.file.sha256 ?? NONE;
  const other = others.find(({ file }) => file.sha256 === besideKey) ?? null;
  const extra = extras.find(({ id }) => id === besideKey) ?? null;
  const compare = (others.length > 0 || extras.length > 0) && (
    <div className={styles.beside}>
      <Select
        bare
        hideLabel
        label={words.beside}
        onChange={setBeside}
        options={[
          { id: NONE, label: words.besideNone },
          ...extras.map(({ id, label, name: note }) => ({ id, label, note })),
          ...others.map(({ file, round }) => ({
            id: file.sha256,
            label: file.name,
            note: w.review.round(round),
          })),
        ]}
        value={extra || other ? besideKey : NONE}
      />
    </div>
  );
  const sheet = (filed: FiledMaterial, more?: ReactNode) => {
    const desk = parts?.(filed);
    return (
      <FileSheet
        actions={
          <div className={styles.sheetActions}>
            {desk?.actions}
            {more}
          </div>
        }
        away={desk?.away}
        facts={desk?.facts}
        filed={filed}
        key={keyOf(filed)}
        note={desk?.note}
        other={desk?.other}
        read={read}
      />
    );
  };
  const rounds = byRound(files);
  const isEmpty = files.length === 0 && incoming.length === 0;
  return (
    <section aria-label={words.title} className={styles.viewer}>
      {!isEmpty && (
        <Strip current={coming ? String(coming.id) : shown ? keyOf(shown) : ""} tools={tools}>
          {rounds.map(({ round, files: ofRound }) => (
            <RoundFiles
              current={shown}
              files={ofRound}
              key={round}
              onPick={(filed) => pick(keyOf(filed))}
              round={round}
              showsRound={rounds.length > 1}
              views={views}
              viewsAreComing={viewsAreComing ?? false}
            />
          ))}
          {incoming.map((one) => (
            <IncomingTile
              incoming={one}
              isCurrent={one === coming}
              key={one.id}
              onPick={() => pick(String(one.id))}
            />
          ))}
        </Strip>
      )}
      {!coming && notes}
      <div className={styles.sheets}>
        {coming && <IncomingSheet incoming={coming} key={coming.id} />}
        {shown && sheet(shown, compare)}
        {isEmpty && (
          <div className={styles.sheet}>
            {extras.length > 0 && <SheetHead actions={compare} title={name} />}
            {empty ?? <EmptyState icon={Files} text={words.none} />}
          </div>
        )}
        {extra && (
          <div className={styles.sheet}>
            <SheetHead title={`${extra.label}${w.punctuation.colon}${extra.name}`} />
            <div className={styles.extra}>{extra.sheet}</div>
          </div>
        )}
        {other && sheet(other)}
      </div>
      <span className="visually-hidden">{name}</span>
    </section>
  );
}
