import type { Material, Matter, Review, ReviewItem } from "@/generated/types";
import { useWords } from "@/i18n";
import { Acceptance, neededWords, sourceWords } from "@/marks";
import { Citation, DefinitionList, Notice } from "@/ui";

import styles from "./table.module.css";

/** What makes the material acceptable, beside the page that is judged. */
export function Criteria({ item, material, matter, review, isRead }: {
  item: ReviewItem;
  /** As the guide in force describes it; `null`: it no longer does. */
  material: Material | null;
  matter: Matter | null;
  review: Review;
  /** Whether the guide has been asked for. */
  isRead: boolean;
}) {
  const w = useWords();
  const words = w.review.criteria;
  if (!matter) return isRead && <Notice tone="amber">{words.unread}</Notice>;
  if (!material) return <Notice tone="amber">{words.gone}</Notice>;
  const changed = matter.version !== review.matter_version;
  return (
    <div className={styles.criteria}>
      {changed && (
        <Notice tone="amber">{words.changed(review.matter_version, matter.version)}</Notice>
      )}
      <Acceptance criteria={material.acceptance} />
      <DefinitionList
        items={[
          [words.filling, material.filling_notes],
          [words.needed, neededWords(w, material)],
          [words.form, material.form ? w.enums.materialForm[material.form] : null],
          [words.source, sourceWords(w, material) || null],
          [words.exempt, material.exempt_by ? w.review.material.exempt(material.exempt_by) : null],
          [words.defects, <Lines key={item.material} lines={material.defects} />],
        ]}
      />
      {matter.legal_basis.length > 0 && (
        <details className={styles.basis}>
          <summary>{words.basis}</summary>
          {matter.legal_basis.map((basis, index) => (
            <Citation
              article={basis.article}
              key={index}
              number={basis.number}
              text={basis.text}
              title={basis.title}
            />
          ))}
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const w = useWords();
  if (lines.length === 0) return w.review.criteria.notStated;
  return (
    <ul className={styles.defectLines}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
