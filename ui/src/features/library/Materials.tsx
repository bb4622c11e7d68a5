import { ClipboardCopy, RotateCcw } from "lucide-react";
import { useState } from "react";

import type { Matter, Situation, Timestamp } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Choice, copyText, toast } from "@/ui";

import { GuidePart, NotStated } from "./GuidePart";
import { MaterialItem } from "./MaterialItem";
import { materialsAsText, materialsFor } from "./materials";
import styles from "./materials.module.css";

/** The choice's own word for "whatever the situation". */
const ALL = "all";

/**
 * What to bring, by situation, as a list to tick off with the citizen. The ticks belong to this
 * citizen: they are gone with the page.
 */
export function Materials({ matter, asOf, situation: asked, onSituation }: {
  matter: Matter;
  asOf: Timestamp | null;
  /** Key of the chosen situation; one that the matter no longer has counts as none. */
  situation: string | null;
  onSituation: (situation: string | null) => void;
}) {
  const w = useWords();
  const words = w.library.materials;
  const situation = matter.situations.find(({ id }) => id === asked)?.id ?? null;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = materialsFor(matter.materials, situation);
  const done = shown.filter(({ id }) => ticked.includes(id)).length;
  const allOpen = shown.length > 0 && shown.every(({ id }) => open.includes(id));

  function copy() {
    void copyText(materialsAsText(w, matter, situation, asOf)).then((copied) =>
      toast(copied ? "jade" : "red", copied ? words.copied : w.library.copyFailed),
    );
  }

  return (
    <GuidePart
      end={
        <Button icon={ClipboardCopy} onPress={copy} size="small">
          {words.copy}
        </Button>
      }
      part="materials"
      title={words.title}
    >
      <SituationChooser chosen={situation} onChoose={onSituation} situations={matter.situations} />
      {shown.length > 0 && (
        <div className={styles.bar}>
          <span aria-live="polite" className="figures">
            {words.ticked(done, shown.length)}
          </span>
          {ticked.length > 0 && (
            <Button icon={RotateCcw} onPress={() => setTicked([])} size="small" tone="plain">
              {words.reset}
            </Button>
          )}
          <span className={styles.gap} />
          <Button
            edge="end"
            onPress={() => setOpen(allOpen ? [] : shown.map(({ id }) => id))}
            size="small"
            tone="plain"
          >
            {allOpen ? words.closeAll : words.openAll}
          </Button>
        </div>
      )}
      <ol className={styles.list}>
        {shown.map((material, index) => (
          <MaterialItem
            index={index + 1}
            isOpen={open.includes(material.id)}
            isTicked={ticked.includes(material.id)}
            key={material.id}
            material={material}
            onOpen={() => setOpen(toggled(open, material.id))}
            onTick={() => setTicked(toggled(ticked, material.id))}
            situations={situation === null ? matter.situations : []}
          />
        ))}
      </ol>
      {shown.length === 0 && (
        <NotStated text={matter.materials.length === 0 ? words.none : words.noneForSituation} />
      )}
    </GuidePart>
  );
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((kept) => kept !== key) : [...keys, key];
}

/** Which situation it is, and what to ask to find out. */
function SituationChooser({ situations, chosen, onChoose }: {
  situations: readonly Situation[];
  chosen: string | null;
  onChoose: (situation: string | null) => void;
}) {
  const w = useWords();
  const words = w.library.materials;
  if (situations.length === 0) return null;
  const current = situations.find(({ id }) => id === chosen);
  return (
    <div className={styles.situations}>
      <Choice
        hideLabel
        label={words.situation}
        onChange={(id) => onChoose(id === ALL ? null : id)}
        options={[
          { id: ALL, label: words.all },
          ...situations.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={chosen ?? ALL}
      />
      {current?.question && <p className={styles.ask}>{words.ask(current.question)}</p>}
      {!current && (
        <details className={styles.which}>
          <summary>{words.askWhich}</summary>
          <ul>
            {situations.map(({ id, name, question }) => (
              <li key={id}>
                {question || w.library.notStated}
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
