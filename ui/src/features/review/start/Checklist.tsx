import { BadgeCheck, Files } from "lucide-react";

import type { Material } from "@/generated/types";
import { useWords } from "@/i18n";
import { NecessityMark, neededWords, sourceWords } from "@/marks";
import { EmptyState, State } from "@/ui";

import styles from "./start.module.css";

/** The list as it will be built. */
export function Checklist({ materials, isWaiting }: {
  materials: readonly Material[];
  /** No matter is chosen yet. */
  isWaiting: boolean;
}) {
  const w = useWords();
  const words = w.review.start;
  if (materials.length === 0) {
    return <EmptyState icon={Files} text={isWaiting ? words.pickMatter : words.empty} />;
  }
  return (
    <div className={styles.listPane}>
      <h3 className={styles.listTitle}>{words.list(materials.length)}</h3>
      <ol className={styles.list}>
        {materials.map((material, index) => (
          <li className={styles.item} key={material.id}>
            <span className={styles.index}>{index + 1}</span>
            <div>
              <p className={styles.name}>{material.name}</p>
              <p className={styles.facts}>
                <NecessityMark necessity={material.necessity} />
                <span>{neededWords(w, material)}</span>
                {material.exempt_by && (
                  <State icon={BadgeCheck} tone="jade">
                    {w.review.material.exempt(material.exempt_by)}
                  </State>
                )}
              </p>
              <p className={styles.source}>{sourceWords(w, material) || w.review.criteria.notStated}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
