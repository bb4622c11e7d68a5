import { ArrowLeft, RotateCcw } from "lucide-react";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { PracticeResult, ScorePart } from "@/generated/types";
import { errorWords, fullWhenWords, useWords } from "@/i18n";
import { Button, ErrorState, IconButton, toast, Waiting } from "@/ui";

import { Band } from "../Band";
import shared from "../practice.module.css";
import { isWanting } from "./findings";
import { MaterialCompared } from "./MaterialCompared";
import { PartExplained } from "./PartExplained";
import { ScoreList } from "./ScoreList";
import styles from "./result.module.css";

/** What is looked at: a part of the score, or a material. */
export type Looked = { part: ScorePart } | { material: string };

/** What a run was worth, and each paper beside what is right. */
export function PracticeResultView({ run, onList, onAgain }: {
  run: string;
  onList: () => void;
  onAgain: (id: string) => void;
}) {
  const w = useWords();
  const result = useCommand("practice_result", { run });
  if (result.isPending) return <Waiting label={w.common.loading} />;
  if (result.isError && !result.data) {
    const isGone = result.error.code === "not_found" || result.error.code === "bad_input";
    return (
      <ErrorState
        action={<Button onPress={onList}>{w.practice.toList}</Button>}
        text={isGone ? w.practice.notFound : errorWords(w, result.error)}
        title={w.errors.title}
      />
    );
  }
  return (
    <div className={shared.page}>
      <Band />
      <Result onAgain={onAgain} onList={onList} result={result.data} />
    </div>
  );
}

function Result({ result, onList, onAgain }: {
  result: PracticeResult;
  onList: () => void;
  onAgain: (id: string) => void;
}) {
  const w = useWords();
  const begin = useAction("practice_begin");
  const [looked, setLooked] = useState<Looked>(first(result));
  const { sample } = result;
  const again = () =>
    begin.mutate(
      { case: sample.id, anew: false },
      {
        onSuccess: () => onAgain(sample.id),
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  const material =
    "material" in looked ? sample.materials.find(({ guide }) => guide.id === looked.material) : undefined;
  return (
    <>
      <header className={shared.head}>
        <div className={shared.headLine}>
          <IconButton icon={ArrowLeft} label={w.practice.toList} onPress={onList} size="small" />
          <h1 className={shared.runTitle}>
            {w.practiceResult.title}
            {w.punctuation.colon}
            {sample.matter}
          </h1>
          <span className={shared.runFacts}>{w.practiceResult.at(fullWhenWords(w, result.at))}</span>
          <Button busy={begin.isPending} icon={RotateCcw} onPress={again}>
            {w.practice.again}
          </Button>
        </div>
      </header>
      <div className={styles.result}>
        <ScoreList looked={looked} onLook={setLooked} result={result} />
        {material ? (
          <MaterialCompared key={material.guide.id} material={material} result={result} />
        ) : (
          "part" in looked && <PartExplained part={looked.part} result={result} />
        )}
      </div>
    </>
  );
}

/** Where to look first: the first paper that was not seen rightly, else the first part. */
function first({ score }: PracticeResult): Looked {
  const isReviewed = score.parts.some(({ part }) => part === "review");
  const wanting = isReviewed ? score.materials.find(({ finding }) => isWanting(finding)) : undefined;
  if (wanting) return { material: wanting.material };
  const lost = score.parts.find(({ part, points, most }) => part !== "review" && points < most);
  return { part: lost?.part ?? "conclusion" };
}
