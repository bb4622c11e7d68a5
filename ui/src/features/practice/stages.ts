import type { MaterialVerdict, SampleCase, TrialRun } from "@/generated/types";

/** The four stages of the manual. */
export const STAGES = ["devices", "identity", "handling", "evaluation"] as const;

/** One of them. */
export type Stage = (typeof STAGES)[number];

/** What is still to be done in a run; materials as a count. */
export type Undone =
  | { what: "call" | "response" | "identity" | "conclusion" | "evaluation" }
  | { what: "review"; count: number };

/** Parts the reasons of a verdict from each other, as the score reads them. */
const BETWEEN_REASONS = "；";

/** Whether a stage has its end. */
export function isDone(run: TrialRun, stage: Stage): boolean {
  switch (stage) {
    case "devices":
      return run.called_at !== null;
    case "identity":
      return run.identified !== null;
    case "handling":
      return run.concluded !== null;
    case "evaluation":
      return run.invited !== null;
  }
}

/** Where a run goes on: the first stage without its end, or the last one. */
export function nextStage(run: TrialRun): Stage {
  return STAGES.find((stage) => !isDone(run, stage)) ?? "evaluation";
}

/** What is still to be done. Who was sent elsewhere needs no review. */
export function undone(run: TrialRun, sample: SampleCase): Undone[] {
  const elsewhere = run.concluded?.conclusion.conclusion === "elsewhere";
  const open = elsewhere ? 0 : sample.materials.length - run.judgements.length;
  const all: (Undone | false)[] = [
    run.called_at === null && { what: "call" },
    run.response === null && { what: "response" },
    run.identified === null && { what: "identity" },
    open > 0 && { what: "review", count: open },
    run.concluded === null && { what: "conclusion" },
    run.invited === null && { what: "evaluation" },
  ];
  return all.filter((one) => one !== false);
}

/** The present verdict on a material. */
export function verdictOn(run: TrialRun, material: string): MaterialVerdict | null {
  return run.judgements.find((judgement) => judgement.material === material)?.verdict ?? null;
}

/** The materials that the person wants mended, in the order of the case. */
export function objections(run: TrialRun, sample: SampleCase): string[] {
  const kinds = ["needs_fixing", "missing"];
  return sample.materials
    .map(({ guide }) => guide.id)
    .filter((id) => kinds.includes(verdictOn(run, id)?.verdict ?? ""));
}

/** The reasons that a verdict names. */
export function reasonsOf(verdict: MaterialVerdict | null): string[] {
  if (verdict?.verdict !== "needs_fixing") return [];
  return verdict.defect.split(BETWEEN_REASONS).filter((reason) => reason !== "");
}

/** The reasons with one more, or without it, in the order of the catalogue. */
export function toggled(reasons: readonly string[], reason: string, catalogue: readonly string[]): string {
  const has = reasons.includes(reason);
  return catalogue
    .filter((one) => (one === reason ? !has : reasons.includes(one)))
    .join(BETWEEN_REASONS);
}
