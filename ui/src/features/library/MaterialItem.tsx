import { BadgeCheck, ChevronDown, ChevronUp, File, FileCheck, FileClock, FileQuestion } from "lucide-react";

import type { Material, Situation } from "@/generated/types";
import { useWords } from "@/i18n";
import { Checkbox, cx, DefinitionList, IconButton, State } from "@/ui";

import { countWords, necessityWords } from "./materials";
import styles from "./materials.module.css";

const NECESSITY = {
  required: { icon: FileCheck, tone: "blue", filled: true },
  deferrable: { icon: FileClock, tone: "amber", filled: true },
  optional: { icon: File, tone: "soft", filled: true },
} as const;
const NOT_STATED = { icon: FileQuestion, tone: "soft" } as const;

/** One material: tick, name, whether and how often it is needed; the rest opens below. */
export function MaterialItem({ material, index, isTicked, isOpen, onTick, onOpen, situations }: {
  material: Material;
  index: number;
  isTicked: boolean;
  isOpen: boolean;
  onTick: () => void;
  onOpen: () => void;
  /** Situations to name where the material is not for all of them. */
  situations: readonly Situation[];
}) {
  const w = useWords();
  const words = w.library.materials;
  const { necessity } = material;
  const only = situations.filter(({ id }) => material.situations.includes(id));
  return (
    <li className={styles.item} data-ticked={isTicked || undefined}>
      <div className={styles.first}>
        <Checkbox isSelected={isTicked} onChange={onTick}>
          <span className={styles.index}>{index}.</span>
          <span className={cx(styles.name, isTicked && styles.done)}>{material.name}</span>
        </Checkbox>
        <IconButton
          aria-expanded={isOpen}
          icon={isOpen ? ChevronUp : ChevronDown}
          label={words.details(material.name)}
          onPress={onOpen}
          size="small"
        />
      </div>
      <div className={styles.facts}>
        <State {...(necessity ? NECESSITY[necessity] : NOT_STATED)}>
          {necessityWords(w, material)}
        </State>
        <span>{countWords(w, material)}</span>
        {material.exempt_by && (
          <State icon={BadgeCheck} tone="jade">
            {words.exempt(material.exempt_by)}
          </State>
        )}
        {only.length > 0 && (
          <span>{words.situations(only.map(({ name }) => name).join(w.punctuation.listComma))}</span>
        )}
      </div>
      {isOpen && <Details material={material} />}
    </li>
  );
}

function Details({ material }: { material: Material }) {
  const w = useWords();
  const words = w.library.materials;
  const none = w.library.notStated;
  const source = material.source ? w.enums.materialSource[material.source] : null;
  const sources = [source, material.source_note].filter(Boolean).join(w.punctuation.colon);
  return (
    <div className={styles.details}>
      {material.necessity === "deferrable" && <p className="soft">{words.deferrableNote}</p>}
      <DefinitionList
        items={[
          [words.source, sources || none],
          [words.filling, material.filling_notes ?? none],
          [words.acceptance, <Lines key="acceptance" lines={material.acceptance} />],
          [words.defects, <Lines key="defects" lines={material.defects} />],
          [words.kind, material.kind ? w.enums.materialKind[material.kind] : none],
          [words.form, material.form ? w.enums.materialForm[material.form] : none],
        ]}
      />
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const w = useWords();
  if (lines.length === 0) return w.library.notStated;
  return (
    <ul className={styles.lines}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
