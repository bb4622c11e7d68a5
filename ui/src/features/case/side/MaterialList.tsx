import { useState } from "react";

import { type DraftForm, useDraft } from "@/api";
import type { Material, Matter, Ticket } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { Checkbox, Select } from "@/ui";

import styles from "./side.module.css";
import { materialsFor } from "./materialsFor";

const ALL = "all";

/** What has been checked off, as a list of material keys. */
const TICKS: DraftForm<string[]> = {
  empty: [],
  write: (keys) => (keys.length === 0 ? "" : JSON.stringify(keys)),
  read: (text) => {
    try {
      const value: unknown = JSON.parse(text);
      return Array.isArray(value) ? value.filter((key) => typeof key === "string") : [];
    } catch {
      return [];
    }
  },
};

/** The materials for the situation, to be ticked off at the counter; the ticks are kept here. */
export function MaterialList({ matter, ticket }: { matter: Matter; ticket: Ticket }) {
  const w = useWords();
  const m = w.ticket.matter;
  const [situation, setSituation] = useState(ticket.situation ?? ALL);
  const ticks = useDraft(`materials:${ticket.id}`, TICKS);
  const materials = materialsFor(matter, situation === ALL ? null : situation);
  const done = materials.filter(({ id }) => ticks.value.includes(id)).length;
  const toggle = (id: string, on: boolean) =>
    ticks.set(on ? [...ticks.value, id] : ticks.value.filter((key) => key !== id));
  return (
    <>
      <div className={styles.materialsHead}>
        <h3 className={styles.heading}>{m.materials}</h3>
        {materials.length > 0 && (
          <span aria-live="polite" className={styles.small}>
            {m.ticked(done, materials.length)}
          </span>
        )}
      </div>
      {matter.situations.length > 0 && (
        <Select
          hideLabel
          label={m.situation}
          onChange={setSituation}
          options={[
            { id: ALL, label: m.anySituation },
            ...matter.situations.map(({ id, name, question }) => ({ id, label: name, note: question })),
          ]}
          value={situation}
        />
      )}
      {materials.length === 0 && <p className={styles.small}>{m.noMaterials}</p>}
      <ul className={styles.materials}>
        {materials.map((material) => (
          <li key={material.id}>
            <Checkbox
              isSelected={ticks.value.includes(material.id)}
              onChange={(on) => toggle(material.id, on)}
            >
              {material.name}
              <span className={styles.materialNote}>{materialWords(w, material)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Necessity, copies and source of a material on one line. */
function materialWords(w: Words, material: Material): string {
  const m = w.ticket.matter;
  const { necessity, originals, copies, source, exempt_by } = material;
  return [
    necessity && w.enums.necessity[necessity],
    originals ? m.originals(originals) : null,
    copies ? m.copies(copies) : null,
    source && w.enums.materialSource[source],
    exempt_by && m.exempt(exempt_by),
  ]
    .filter(Boolean)
    .join(w.punctuation.dot);
}
