import { Play } from "lucide-react";
import { type ReactNode, useState } from "react";

import { useAction } from "@/api";
import type { ApiError, PracticeView, TrialRun } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, EmptyState, ErrorState, toast, Waiting } from "@/ui";

import { Band } from "../Band";
import shared from "../practice.module.css";
import { nextStage, type Stage } from "../stages";
import { type Take, useRun } from "../useRun";
import { Counter } from "./Counter";
import { DevicesStage } from "./DevicesStage";
import { EvaluationStage } from "./EvaluationStage";
import { HandlingStage } from "./HandlingStage";
import { IdentityStage } from "./IdentityStage";
import { RunHead } from "./RunHead";
import styles from "./run.module.css";

/** A run through a sample case, stage by stage. */
export function PracticeRunView({ id, onList, onResult }: {
  id: string;
  onList: () => void;
  onResult: (run: string) => void;
}) {
  const w = useWords();
  const { view, take, isBusy } = useRun(id);
  const begin = useAction("practice_begin");
  // Here, where it outlives the run that it ends.
  const handIn = useAction("practice_hand_in");
  if (view.isPending) return <Waiting label={w.common.loading} />;
  if (view.isError && !view.data) {
    const isGone = view.error.code === "not_found";
    return (
      <ErrorState
        action={<Button onPress={onList}>{w.practice.toList}</Button>}
        text={isGone ? w.practice.notFound : errorWords(w, view.error)}
        title={w.errors.title}
        trace={isGone || !view.error.trace_id ? undefined : w.errors.trace(view.error.trace_id)}
      />
    );
  }
  const { under_way: underWay } = view.data;
  if (!underWay && !handIn.isIdle && !handIn.isError) return <Waiting label={w.common.loading} />;
  const onError = (error: ApiError) => toast("red", errorWords(w, error));
  const start = () => begin.mutate({ case: id, anew: false }, { onError });
  const submit = () =>
    handIn.mutate({ case: id }, { onError, onSuccess: (result) => onResult(result.id) });
  return (
    <div className={shared.page}>
      <Band />
      {underWay ? (
        <Stages
          isBusy={isBusy}
          isHandingIn={handIn.isPending}
          key={underWay.id}
          onHandIn={submit}
          onList={onList}
          run={underWay.run}
          take={take}
          view={view.data}
        />
      ) : (
        <EmptyState
          action={
            <Button busy={begin.isPending} icon={Play} onPress={start} tone="primary">
              {w.practice.begin}
            </Button>
          }
          icon={Play}
          text={`${w.practice.start.title}${w.punctuation.stop}${w.practice.start.text}`}
        />
      )}
    </div>
  );
}

function Stages({ view, run, take, isBusy, isHandingIn, onHandIn, onList }: {
  view: PracticeView;
  run: TrialRun;
  take: Take;
  isBusy: boolean;
  isHandingIn: boolean;
  onHandIn: () => void;
  onList: () => void;
}) {
  const words = useWords().practice;
  const [stage, setStage] = useState<Stage>(nextStage(run));
  const { sample } = view;
  const common = { isBusy, run, sample, take };
  const counter = (beside?: ReactNode) => (
    <Counter
      {...common}
      id={view.under_way?.id ?? ""}
      limit={view.response_limit}
      source={view.response_source}
    >
      {beside}
    </Counter>
  );
  return (
    <>
      <RunHead
        isHandingIn={isHandingIn}
        onHandIn={onHandIn}
        onList={onList}
        onStage={setStage}
        run={run}
        sample={sample}
        stage={stage}
      />
      <div
        aria-label={words.stage[stage]}
        className={styles.desk}
        data-called={run.called_at !== null || undefined}
        role="group"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- in a narrow window it is scrolled by keys
        tabIndex={0}
      >
        {stage !== "handling" && counter()}
        {stage === "devices" && <DevicesStage {...common} onNext={() => setStage("identity")} />}
        {stage === "identity" && <IdentityStage {...common} onNext={() => setStage("handling")} />}
        {stage === "handling" && <HandlingStage {...common} counter={counter} onNext={() => setStage("evaluation")} />}
        {stage === "evaluation" && <EvaluationStage {...common} />}
      </div>
    </>
  );
}
