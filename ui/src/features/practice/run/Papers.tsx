import { FileX2 } from "lucide-react";
import { useState } from "react";

import type { SampleCase, SampleMaterial, Sheet } from "@/generated/types";
import { useWords } from "@/i18n";
import { NecessityMark, neededWords } from "@/marks";
import { EmptyState, Notice, Select } from "@/ui";

import shared from "../practice.module.css";
import { SheetView } from "../sheet/SheetView";
import styles from "./run.module.css";

/** The choice that lays nothing beside the paper. */
const NOTHING = "nothing";
const DOCUMENTS = "documents";

/** The paper under review and, beside it, another one to compare it with. */
export function Papers({ sample, material }: { sample: SampleCase; material: SampleMaterial }) {
  const w = useWords();
  const words = w.practice.handling;
  const [beside, setBeside] = useState(NOTHING);
  const others = sample.materials.filter(
    ({ guide, sheets }) => guide.id !== material.guide.id && sheets.length > 0,
  );
  const compared =
    beside === DOCUMENTS
      ? sample.counter.documents
      : others.find(({ guide }) => guide.id === beside)?.sheets;
  return (
    <div className={shared.papers}>
      <header className={styles.paperHead}>
        <div>
          <h2 className={shared.paperTitle}>{material.guide.name}</h2>
          <p className={styles.paperFacts}>
            <NecessityMark necessity={material.guide.necessity} />
            <span>{neededWords(w, material.guide)}</span>
          </p>
        </div>
        <Select
          bare
          hideLabel
          label={words.compareWith}
          onChange={setBeside}
          options={[
            { id: NOTHING, label: words.noCompare },
            { id: DOCUMENTS, label: words.documents },
            ...others.map(({ guide }) => ({ id: guide.id, label: guide.name })),
          ]}
          value={beside}
        />
      </header>
      {material.note !== null && (
        <Notice tone="blue">
          {words.note}
          {w.punctuation.colon}
          {material.note}
        </Notice>
      )}
      <div className={shared.table} data-compared={compared ? true : undefined}>
        <Pile sheets={material.sheets} />
        {compared && <Pile sheets={compared} />}
      </div>
    </div>
  );
}

/** The sheets of one material, below each other. */
function Pile({ sheets }: { sheets: readonly Sheet[] }) {
  const words = useWords().practice.handling;
  if (sheets.length === 0) return <EmptyState icon={FileX2} text={words.notBroughtText} />;
  return (
    <div className={shared.pile}>
      {sheets.map((sheet, index) => (
        <figure className={styles.figure} key={index}>
          {sheets.length > 1 && (
            <figcaption className={styles.caption}>{words.page(index + 1, sheets.length)}</figcaption>
          )}
          <SheetView sheet={sheet} />
        </figure>
      ))}
    </div>
  );
}
