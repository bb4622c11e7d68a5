import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

import type { PracticeResult } from "@/generated/types";
import { useWords } from "@/i18n";
import { Icon, State } from "@/ui";

import shared from "../practice.module.css";
import { FINDINGS, toneOfPart } from "./findings";
import type { Looked } from "./PracticeResultView";
import styles from "./result.module.css";

/** The score in large, its parts, and the materials with what was seen of each. */
export function ScoreList({ result, looked, onLook }: {
  result: PracticeResult;
  looked: Looked;
  onLook: (looked: Looked) => void;
}) {
  const w = useWords();
  const words = w.practiceResult;
  const { score, sample } = result;
  const reviewed = score.parts.some(({ part }) => part === "review");
  return (
    <div className={styles.scoreList}>
      <div className={styles.score} data-passed={score.passed || undefined}>
        <span className={styles.points}>{score.points}</span>
        <span className={styles.pointsWords}>
          <span>{words.of}</span>
          <State
            filled
            icon={score.passed ? CircleCheck : CircleAlert}
            tone={score.passed ? "jade" : "amber"}
          >
            {score.passed ? w.practice.passed : w.practice.notPassed}
          </State>
          <span className="soft">{words.passing(result.passing)}</span>
        </span>
      </div>
      <h2 className={shared.listHead}>{words.parts}</h2>
      <ul>
        {score.parts.map((part) => (
          <Line
            isCurrent={"part" in looked && looked.part === part.part}
            key={part.part}
            onPress={() => onLook({ part: part.part })}
          >
            <span className={styles.partName}>{words.part[part.part]}</span>
            <span aria-hidden className={styles.bar} data-tone={toneOfPart(part)}>
              <span style={{ width: `${(part.points / part.most) * 100}%` }} />
            </span>
            <span className={styles.partPoints}>{words.ofMost(part.points, part.most)}</span>
          </Line>
        ))}
      </ul>
      {reviewed && (
        <>
          <h2 className={shared.listHead}>{words.materials}</h2>
          <ul>
            {score.materials.map(({ material, finding }) => (
              <Line
                isCurrent={"material" in looked && looked.material === material}
                key={material}
                onPress={() => onLook({ material })}
              >
                <span className={shared.lineMark} data-tone={FINDINGS[finding].tone}>
                  <Icon of={FINDINGS[finding].icon} size={1.125} />
                </span>
                <span className={styles.partName}>
                  {sample.materials.find(({ guide }) => guide.id === material)?.guide.name ?? material}
                </span>
                <span className={styles.findingWord} data-tone={FINDINGS[finding].tone}>
                  {words.finding[finding]}
                </span>
              </Line>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Line({ isCurrent, onPress, children }: {
  isCurrent: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <li>
      <button
        aria-current={isCurrent ? "true" : undefined}
        className={styles.scoreLine}
        onClick={onPress}
        type="button"
      >
        {children}
      </button>
    </li>
  );
}
