import type { QuestionView } from "@/generated/types";

/** Name of somebody who is named in a question. */
export function nameOf({ people }: QuestionView, person: string): string {
  return people[person]?.name ?? "";
}

/** Name and place of somebody who is named in a question. */
export function whoOf({ people }: QuestionView, person: string): string {
  const found = people[person];
  return found ? `${found.name} ${found.organisation}`.trim() : "";
}

/** Who sent the draft back last. */
export function sentBackBy(view: QuestionView): string {
  const last = view.question.steps.filter(({ kind }) => kind === "send_back").at(-1);
  return last ? nameOf(view, last.by) : "";
}
