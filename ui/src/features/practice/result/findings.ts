import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  CircleX,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";

import type { Compared, PartScore } from "@/generated/types";
import type { Tone } from "@/ui";

/** Icon and colour of every finding: seen, half seen, not seen. */
export const FINDINGS: Record<Compared, { icon: LucideIcon; tone: Tone }> = {
  found: { icon: CircleCheck, tone: "jade" },
  rightly_passed: { icon: CircleCheck, tone: "jade" },
  partly: { icon: CircleDot, tone: "amber" },
  wrong_reason: { icon: CircleMinus, tone: "amber" },
  other_verdict: { icon: CircleAlert, tone: "amber" },
  missed: { icon: CircleX, tone: "red" },
  false_alarm: { icon: TriangleAlert, tone: "red" },
  unjudged: { icon: CircleDashed, tone: "red" },
};

/** Whether a finding is something to look at again. */
export function isWanting(finding: Compared): boolean {
  return FINDINGS[finding].tone !== "jade";
}

/** The colour of a part: all of it, some of it, none. */
export function toneOfPart({ points, most }: PartScore): Tone {
  if (points === most) return "jade";
  return points * 2 >= most ? "amber" : "red";
}
