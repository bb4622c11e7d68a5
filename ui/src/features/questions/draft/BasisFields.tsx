import { Plus, X } from "lucide-react";

import type { LegalBasis } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, IconButton, TextField } from "@/ui";

import styles from "../form.module.css";
import { NO_BASIS } from "./entry";

/** What the answer rests on: document, number, article. */
export function BasisFields({ basis, onChange, isNeeded, isMissing }: {
  basis: readonly LegalBasis[];
  onChange: (basis: LegalBasis[]) => void;
  isNeeded: boolean;
  isMissing: boolean;
}) {
  const words = useWords().drafting;
  const change = (index: number, patch: Partial<LegalBasis>) =>
    onChange(basis.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const orNull = (text: string) => (text === "" ? null : text);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.basis}</legend>
      {basis.map((one, index) => (
        <div className={styles.basis} key={index}>
          <TextField
            error={isMissing && index === 0 ? words.missing.basis : null}
            isRequired={isNeeded && index === 0}
            label={words.basisTitle}
            onChange={(title) => change(index, { title })}
            value={one.title}
          />
          <IconButton
            icon={X}
            label={words.removeBasis(index + 1)}
            onPress={() => onChange(basis.filter((_, at) => at !== index))}
            size="small"
          />
          <div className={styles.basisParts}>
            <TextField
              label={words.basisNumber}
              onChange={(number) => change(index, { number: orNull(number) })}
              value={one.number ?? ""}
            />
            <TextField
              label={words.basisArticle}
              onChange={(article) => change(index, { article: orNull(article) })}
              value={one.article ?? ""}
            />
          </div>
        </div>
      ))}
      {isNeeded && basis.length === 0 && (
        <p className={isMissing ? styles.needed : "soft"}>{words.basisNeeded}</p>
      )}
      <div>
        <Button edge="start" icon={Plus} onPress={() => onChange([...basis, NO_BASIS])} size="small" tone="plain">
          {words.addBasis}
        </Button>
      </div>
    </fieldset>
  );
}
