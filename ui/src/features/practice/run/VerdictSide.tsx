import { useState } from "react";

import { DefectChips, proposeFix, VerdictKeys } from "@/forms";
import type { MaterialVerdict, SampleMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { Acceptance, type VerdictKind, VERDICTS } from "@/marks";
import { Citation, DefinitionList, Notice, useShortcut } from "@/ui";

import shared from "../practice.module.css";
import { reasonsOf, toggled, verdictOn } from "../stages";
import { verdictFor } from "../verdict";
import type { StageProps } from "./stage";
import styles from "./run.module.css";

/** Why a verdict cannot be given on a material, as the guide has it. */
type Against = "notDeferrable" | "notExempt" | null;

/** The criteria of a material and the verdict on it, by the keys of the real pre-review. */
export function VerdictSide({ sample, run, take, material, onDone }: StageProps & {
  material: SampleMaterial;
  /** Goes on to the next material. */
  onDone: () => void;
}) {
  const w = useWords();
  const words = w.practice.handling;
  const { guide } = material;
  const said = verdictOn(run, guide.id);
  const [defect, setDefect] = useState(said?.verdict === "needs_fixing" ? said.defect : "");
  const [against, setAgainst] = useState<Against>(null);
  const may = run.concluded === null;
  const judge = (verdict: MaterialVerdict, then?: () => void) =>
    take({ step: "judge", material: guide.id, verdict }, then);

  function choose(kind: VerdictKind) {
    const why =
      kind === "waived" && guide.necessity !== "deferrable"
        ? "notDeferrable"
        : kind === "exempt" && guide.exempt_by === null
          ? "notExempt"
          : null;
    setAgainst(why);
    if (why === null) judge(verdictFor(w, kind, guide, defect), kind === "meets" ? onDone : undefined);
  }
  useShortcut("1", () => choose("meets"), may);
  useShortcut("2", () => choose("needs_fixing"), may);
  useShortcut("3", () => choose("missing"), may);
  useShortcut("4", () => choose("waived"), may);
  useShortcut("5", () => choose("exempt"), may);

  const reasons = reasonsOf(said?.verdict === "needs_fixing" ? { ...said, defect } : said);
  return (
    <div className={shared.side}>
      <div className={styles.criteria}>
        <Acceptance criteria={guide.acceptance} />
        <DefinitionList
          items={[
            [w.review.criteria.filling, guide.filling_notes],
            [w.review.criteria.exempt, guide.exempt_by && w.review.material.exempt(guide.exempt_by)],
          ]}
        />
        <details>
          <summary>{w.review.criteria.basis}</summary>
          {sample.basis.map((basis, index) => (
            <Citation article={basis.article} key={index} number={basis.number} text={basis.text} title={basis.title} />
          ))}
        </details>
      </div>
      <section aria-label={w.review.verdict.title} className={styles.verdict}>
        {may ? (
          <VerdictKeys
            chosen={said?.verdict ?? ""}
            isBusy={false}
            mayWaive={guide.necessity === "deferrable"}
            onChoose={choose}
            verdicts={VERDICTS}
          />
        ) : (
          <p className="soft">{words.ended}</p>
        )}
        {against && (
          <Notice announce tone="red">
            {words[against]}
          </Notice>
        )}
        {may && said?.verdict === "needs_fixing" && (
          <>
            <p className="soft">{words.reasonsHint}</p>
            <DefectChips
              chosen={reasons}
              defects={guide.defects}
              onChoose={(reason) => {
                const next = toggled(reasons, reason, guide.defects);
                setDefect(next);
                judge(verdictFor(w, "needs_fixing", guide, next));
              }}
            />
            <p className={styles.fix}>
              <strong>{words.fix}</strong>
              {reasons.length === 0 ? words.fixNone : reasons.map((one) => proposeFix(w, guide, one)).join("")}
            </p>
          </>
        )}
        {said !== null && said.verdict !== "needs_fixing" && "fix" in said && (
          <p className={styles.fix}>{said.fix}</p>
        )}
        {said?.verdict === "waived" && <p className={styles.fix}>{said.promise}</p>}
        {said?.verdict === "exempt" && <p className={styles.fix}>{said.certificate}</p>}
      </section>
    </div>
  );
}
