import type { MaterialVerdict } from "@/generated/types";

/** The verdicts in the order of their keys 1 to 5. */
export const VERDICTS = ["meets", "needs_fixing", "missing", "waived", "exempt"] as const;

/** The kind of a verdict. */
export type VerdictKind = MaterialVerdict["verdict"];

/** How a line stands: not looked at, to be looked at again, or with its verdict. */
export type LineMark = "open" | "again" | VerdictKind;
