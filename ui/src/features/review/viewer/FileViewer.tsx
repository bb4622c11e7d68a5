import { Files } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { FiledMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { EmptyState, Select } from "@/ui";

import type { Content, ReadFile } from "./content";
import { FileSheet, SampleSheet } from "./FileSheet";
import { RoundFiles } from "./RoundFiles";
import { besideOf, byRound, latestOf } from "./rounds";
import styles from "./viewer.module.css";

const NONE = "none";
const SAMPLE = "sample";

/** A filled-in sample of the material, to lay beside what was handed in. */
export interface Sample {
  name: string;
  media: string;
  content: Content;
}

/**
 * What was handed in for one material: its versions by round, one of them under the glass, and
 * another one or the sample beside it. `read` brings the content; without it nothing is here.
 */
export function FileViewer({ files, name, read, sample = null, empty }: {
  files: readonly FiledMaterial[];
  /** Name of the material. */
  name: string;
  read?: ReadFile | undefined;
  sample?: Sample | null;
  /** What stands there while there is no file, instead of the usual sentence. */
  empty?: ReactNode;
}) {
  const w = useWords();
  const words = w.review.viewer;
  const [picked, setPicked] = useState<FiledMaterial | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  const shown = files.find((filed) => filed === picked) ?? latestOf(files);
  if (!shown) {
    return (
      <div className={styles.sheets}>
        <div className={styles.sheet}>{empty ?? <EmptyState icon={Files} text={words.none} />}</div>
        {sample && <SampleSheet sample={sample} />}
      </div>
    );
  }
  const others = files.filter((filed) => filed !== shown);
  const key = beside ?? besideOf(files, shown)?.file.sha256 ?? NONE;
  const other = others.find(({ file }) => file.sha256 === key) ?? null;
  return (
    <section aria-label={words.title} className={styles.viewer}>
      <div className={styles.rounds}>
        {byRound(files).map(({ round, files: ofRound }) => (
          <RoundFiles
            current={shown}
            files={ofRound}
            key={round}
            onPick={setPicked}
            round={round}
          />
        ))}
        {(others.length > 0 || sample) && (
          <div className={styles.beside}>
            <Select
              bare
              hideLabel
              label={words.beside}
              onChange={setBeside}
              options={[
                { id: NONE, label: words.besideNone },
                ...(sample ? [{ id: SAMPLE, label: words.sample, note: sample.name }] : []),
                ...others.map(({ file, round }) => ({
                  id: file.sha256,
                  label: file.name,
                  note: w.review.round(round),
                })),
              ]}
              value={key === SAMPLE || other ? key : NONE}
            />
          </div>
        )}
      </div>
      <div className={styles.sheets}>
        <FileSheet filed={shown} read={read} />
        {key === SAMPLE && sample && <SampleSheet sample={sample} />}
        {other && <FileSheet filed={other} key={other.file.sha256} read={read} />}
      </div>
      <span className="visually-hidden">{name}</span>
    </section>
  );
}
