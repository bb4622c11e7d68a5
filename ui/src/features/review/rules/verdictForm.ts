import type { Material, MaterialVerdict, ReviewItem } from "@/generated/types";
import { isProposedFix, MOST_DAYS, proposeDays, proposeFix, proposePromise, proposeWay } from "@/forms";
import type { Words } from "@/i18n";
import type { VerdictKind } from "@/marks";

/** A verdict while it is being written. The texts of all kinds are kept side by side. */
export interface VerdictForm {
  kind: VerdictKind | "";
  defect: string;
  fix: string;
  way: string;
  promise: string;
  days: string;
  certificate: string;
}

/** The form of a line as it stands: empty, or its present verdict. */
export function formOf(item: ReviewItem): VerdictForm {
  return formFrom(item.judged?.verdict ?? null);
}

/** The form that says a verdict. */
export function formFrom(verdict: MaterialVerdict | null): VerdictForm {
  const form: VerdictForm = {
    kind: "",
    defect: "",
    fix: "",
    way: "",
    promise: "",
    days: "",
    certificate: "",
  };
  switch (verdict?.verdict) {
    case undefined:
      return form;
    case "meets":
      return { ...form, kind: "meets" };
    case "needs_fixing":
      return { ...form, kind: "needs_fixing", defect: verdict.defect, fix: verdict.fix };
    case "missing":
      return { ...form, kind: "missing", way: verdict.fix };
    case "waived":
      return { ...form, kind: "waived", promise: verdict.promise, days: String(verdict.due_days) };
    case "exempt":
      return { ...form, kind: "exempt", certificate: verdict.certificate };
  }
}

/** The form once `kind` is chosen: what is still empty is proposed from the guide. */
export function withKind(
  w: Words,
  form: VerdictForm,
  kind: VerdictKind,
  item: ReviewItem,
  material: Material | null,
): VerdictForm {
  const next = { ...form, kind };
  if (kind === "missing" && form.way === "") next.way = proposeWay(w, material);
  if (kind === "waived" && form.days === "") next.days = String(proposeDays(material));
  if (kind === "waived" && form.promise === "") {
    next.promise = proposePromise(w, item, Number(next.days));
  }
  if (kind === "exempt" && form.certificate === "") next.certificate = material?.exempt_by ?? "";
  return next;
}

/** The form with a defect; how to mend it follows, unless someone wrote it. */
export function withDefect(
  w: Words,
  form: VerdictForm,
  defect: string,
  material: Material | null,
): VerdictForm {
  const free = isProposedFix(w, material, form.fix);
  return { ...form, defect, fix: free ? proposeFix(w, material, defect) : form.fix };
}

/** The form with other days; the promise follows, unless someone wrote it. */
export function withDays(w: Words, form: VerdictForm, days: string, item: ReviewItem): VerdictForm {
  const free = form.promise === proposePromise(w, item, Number(form.days));
  return { ...form, days, promise: free && areDays(days) ? proposePromise(w, item, Number(days)) : form.promise };
}

/** Whether it is a number of days the rule book takes. */
export function areDays(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS;
}

/** The verdict as it can be recorded; `null` while something is missing. */
export function verdictOf(form: VerdictForm): MaterialVerdict | null {
  const defect = form.defect.trim();
  const fix = form.fix.trim();
  const way = form.way.trim();
  const promise = form.promise.trim();
  const certificate = form.certificate.trim();
  switch (form.kind) {
    case "":
      return null;
    case "meets":
      return { verdict: "meets" };
    case "needs_fixing":
      return defect !== "" && fix !== "" ? { verdict: "needs_fixing", defect, fix } : null;
    case "missing":
      return way !== "" ? { verdict: "missing", fix: way } : null;
    case "waived":
      return promise !== "" && areDays(form.days)
        ? { verdict: "waived", promise, due_days: Number(form.days) }
        : null;
    case "exempt":
      return certificate !== "" ? { verdict: "exempt", certificate } : null;
  }
}

/** Whether the form says what is recorded already, in this round. */
export function isRecorded(form: VerdictForm, item: ReviewItem, round: number): boolean {
  return (
    item.judged !== null &&
    item.judged.round === round &&
    JSON.stringify(verdictOf(form)) === JSON.stringify(verdictOf(formOf(item)))
  );
}
