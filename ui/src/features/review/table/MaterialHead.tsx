import { BadgeCheck, ChevronDown, ChevronUp, FilePen } from "lucide-react";

import type { Material, ReviewItem } from "@/generated/types";
import { useWords } from "@/i18n";
import { NecessityMark, neededWords, paperWords, VerdictMark } from "@/marks";
import { Button, IconButton, State } from "@/ui";

import { markOf } from "../rules/lines";
import styles from "./table.module.css";

/** The material on the table: its name, what is asked and what came. */
export function MaterialHead({ item, material, index, all, onStep, onForm }: {
  item: ReviewItem;
  material: Material | null;
  index: number;
  all: number;
  onStep: (step: 1 | -1) => void;
  /** Opens the standard form, where the guide has one. */
  onForm: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.review.material;
  return (
    <header className={styles.materialHead}>
      <div className={styles.materialLine}>
        <h2 className={styles.materialName}>{item.name}</h2>
        <VerdictMark filled mark={markOf(item)} />
        <span className={styles.position}>{words.position(index + 1, all)}</span>
        <IconButton
          icon={ChevronUp}
          isDisabled={index === 0}
          label={words.previous}
          onPress={() => onStep(-1)}
          size="small"
        />
        <IconButton
          icon={ChevronDown}
          isDisabled={index === all - 1}
          label={words.next}
          onPress={() => onStep(1)}
          size="small"
        />
      </div>
      <p className={styles.materialFacts}>
        <NecessityMark necessity={item.necessity} />
        <span>
          {w.review.criteria.needed} {neededWords(w, material)}
        </span>
        <span>
          {item.paper ? words.received(paperWords(w, item.paper)) : words.notReceived}
        </span>
        {onForm && (
          <Button edge="start" icon={FilePen} onPress={onForm} size="small" tone="plain">
            {w.forms.fill}
          </Button>
        )}
        {material?.exempt_by && (
          <State icon={BadgeCheck} tone="jade">
            {words.exempt(material.exempt_by)}
          </State>
        )}
      </p>
    </header>
  );
}
