import { UserRound } from "lucide-react";
import { type ReactNode, useState } from "react";

import { useWords } from "@/i18n";
import { EmptyState, useShortcut } from "@/ui";

import { verdictOn } from "../stages";
import { EndingPanel } from "./EndingPanel";
import { MaterialList } from "./MaterialList";
import { Papers } from "./Papers";
import type { StageProps } from "./stage";
import { VerdictSide } from "./VerdictSide";
import styles from "./run.module.css";

/** The line below the materials, where the handling ends. */
export const ENDING = "ending";

/** Stage three: each material, then everything told at once, then the end. */
export function HandlingStage({ onNext, counter, ...stage }: StageProps & {
  onNext: () => void;
  /** The citizen's words, with the list below them. */
  counter: (list: ReactNode) => ReactNode;
}) {
  const words = useWords().practice;
  const { sample, run } = stage;
  const ids = sample.materials.map(({ guide }) => guide.id);
  const open = ids.find((id) => verdictOn(run, id) === null);
  const [picked, setPicked] = useState<string>(open ?? ENDING);
  const lines = [...ids, ENDING];
  const at = lines.indexOf(picked);
  const step = (by: 1 | -1) =>
    setPicked(lines[Math.min(lines.length - 1, Math.max(0, at + by))] ?? picked);
  const called = run.called_at !== null;
  useShortcut("j", () => step(1), called);
  useShortcut("k", () => step(-1), called);

  if (!called) return <EmptyState icon={UserRound} text={words.identity.notCalled} />;
  const material = sample.materials[at];
  return (
    <>
      {counter(<MaterialList current={picked} onPick={setPicked} run={run} sample={sample} />)}
      {material ? (
        <section className={styles.handling}>
          <Papers key={`papers:${material.guide.id}`} material={material} sample={sample} />
          <VerdictSide
            {...stage}
            key={`verdict:${material.guide.id}`}
            material={material}
            onDone={() => step(1)}
          />
        </section>
      ) : (
        <EndingPanel {...stage} onNext={onNext} />
      )}
    </>
  );
}
