import { ArrowLeft, CircleCheck, RotateCcw } from "lucide-react";
import { useState } from "react";

import { useAction } from "@/api";
import type { SampleCase, TrialRun } from "@/generated/types";
import { errorWords, useWords, type Words } from "@/i18n";
import { Button, Dialog, Icon, IconButton, toast } from "@/ui";

import shared from "../practice.module.css";
import { isDone, type Stage, STAGES, undone } from "../stages";
import { HandInDialog } from "./HandInDialog";
import styles from "./run.module.css";

/** What the case is, how far the run has come, and the way to hand it in. */
export function RunHead({ sample, run, stage, isHandingIn, onStage, onHandIn, onList }: {
  sample: SampleCase;
  run: TrialRun;
  stage: Stage;
  isHandingIn: boolean;
  onStage: (stage: Stage) => void;
  onHandIn: () => void;
  onList: () => void;
}) {
  const w = useWords();
  const words = w.practice;
  const [asks, setAsks] = useState<"hand_in" | "anew" | null>(null);
  const begin = useAction("practice_begin");
  const open = undone(run, sample);
  const beginAnew = () =>
    begin.mutate(
      { case: sample.id, anew: true },
      { onError: (error) => toast("red", errorWords(w, error)) },
    );
  return (
    <header className={shared.head}>
      <div className={shared.headLine}>
        <IconButton icon={ArrowLeft} label={words.toList} onPress={onList} size="small" />
        <h1 className={shared.runTitle}>{sample.matter}</h1>
        <span className={shared.runFacts}>
          <span>{words.day(dateOnly(w, sample.day))}</span>
          <span>{sample.place}</span>
        </span>
        <IconButton icon={RotateCcw} label={words.giveUp} onPress={() => setAsks("anew")} size="small" />
        <Button
          busy={isHandingIn}
          onPress={() => (open.length === 0 ? onHandIn() : setAsks("hand_in"))}
          tone={open.length === 0 ? "primary" : "quiet"}
        >
          {words.handIn.button}
        </Button>
      </div>
      <nav aria-label={words.stages}>
        <ol className={styles.stages}>
          {STAGES.map((one, index) => (
            <li key={one}>
              <button
                aria-current={one === stage ? "step" : undefined}
                className={styles.stage}
                data-done={isDone(run, one) || undefined}
                onClick={() => onStage(one)}
                type="button"
              >
                <span className={styles.stageNo}>
                  {isDone(run, one) ? <Icon of={CircleCheck} size={1.125} /> : index + 1}
                </span>
                {words.stage[one]}
                <span className="visually-hidden">
                  {isDone(run, one) ? words.stageDone : words.stageOpen}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {asks === "hand_in" && (
        <HandInDialog busy={isHandingIn} onClose={() => setAsks(null)} onHandIn={onHandIn} open={open} />
      )}
      <Dialog
        closeLabel={w.common.close}
        footer={
          <>
            <Button onPress={() => setAsks(null)}>{w.common.cancel}</Button>
            <Button busy={begin.isPending} onPress={beginAnew} tone="danger">
              {words.startOver}
            </Button>
          </>
        }
        isOpen={asks === "anew"}
        onClose={() => setAsks(null)}
        title={words.giveUpTitle}
        width={26}
      >
        <p>{words.giveUpText}</p>
      </Dialog>
    </header>
  );
}

/** The day of the case, which is never today. */
function dateOnly(w: Words, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return w.time.plainDate(year, month, date);
}
