import { FileX2 } from "lucide-react";
import type { ReactNode } from "react";

import type { MaterialVerdict, PracticeResult, SampleMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { VerdictMark } from "@/marks";
import { EmptyState, Notice, State } from "@/ui";

import shared from "../practice.module.css";
import { SheetView } from "../sheet/SheetView";
import { reasonsOf } from "../stages";
import { FINDINGS } from "./findings";
import styles from "./result.module.css";

/** A paper with its defects framed, beside what was said and what is right. */
export function MaterialCompared({ material, result }: {
  material: SampleMaterial;
  result: PracticeResult;
}) {
  const w = useWords();
  const words = w.practiceResult;
  const { guide, sheets, note } = material;
  const expected = result.key.materials.find((one) => one.material === guide.id);
  const line = result.score.materials.find((one) => one.material === guide.id);
  if (!expected || !line) return null;
  const marksOn = (index: number) =>
    expected.marks.filter(({ sheet }) => sheet === index).map(({ spot }) => spot);
  return (
    <>
      <div className={shared.papers}>
        <h2 className={shared.paperTitle}>{guide.name}</h2>
        {note !== null && (
          <Notice tone="blue">
            {w.practice.handling.note}
            {w.punctuation.colon}
            {note}
          </Notice>
        )}
        <div className={shared.table}>
          {sheets.length === 0 ? (
            <EmptyState icon={FileX2} text={w.practice.handling.notBroughtText} />
          ) : (
            <div className={shared.pile}>
              {sheets.map((sheet, index) => (
                <SheetView key={index} marks={marksOn(index)} sheet={sheet} />
              ))}
            </div>
          )}
        </div>
      </div>
      <div className={shared.side}>
        <div className={styles.explained}>
          <State filled {...FINDINGS[line.finding]}>
            {words.finding[line.finding]}
          </State>
          <p>{words.findingNote[line.finding]}</p>
          <Part title={words.yours}>
            <Said verdict={line.said} />
          </Part>
          <Part title={words.right}>
            <Said verdict={expected.verdict} withFix />
          </Part>
          <Part title={words.why}>
            <p>{expected.why}</p>
            {expected.marks.length > 0 && <p className={styles.marked}>{words.marked}</p>}
          </Part>
          <Part title={words.rule}>
            <p>{expected.rule}</p>
          </Part>
        </div>
      </div>
    </>
  );
}

/** A titled piece of an explanation. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={shared.fieldLabel}>{title}</h3>
      {children}
    </section>
  );
}

function Said({ verdict, withFix }: { verdict: MaterialVerdict | null; withFix?: boolean }) {
  const words = useWords().practiceResult;
  if (verdict === null) return <p className="soft">{words.nothingSaid}</p>;
  return (
    <>
      <VerdictMark mark={verdict.verdict} />
      <ul className={shared.bullets}>
        {reasonsOf(verdict).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {withFix && "fix" in verdict && <p>{verdict.fix}</p>}
      {withFix && verdict.verdict === "waived" && <p>{verdict.promise}</p>}
      {withFix && verdict.verdict === "exempt" && <p>{verdict.certificate}</p>}
    </>
  );
}
