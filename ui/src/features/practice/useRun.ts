import { cache, useAction, useCommand } from "@/api";
import type { RunStep } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { toast } from "@/ui";

/** A sample case on the table, and how one takes a step in it. Each step is kept at once. */
export function useRun(id: string) {
  const w = useWords();
  const view = useCommand("practice_get", { case: id });
  const { mutate, isPending } = useAction("practice_step");
  const take = (step: RunStep, onDone?: () => void) =>
    mutate(
      { case: id, step },
      {
        onSuccess: (next) => {
          cache.setQueryData(["practice_get", { case: id }], next);
          onDone?.();
        },
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  return { view, take, isBusy: isPending };
}

/** Takes a step. */
export type Take = ReturnType<typeof useRun>["take"];
