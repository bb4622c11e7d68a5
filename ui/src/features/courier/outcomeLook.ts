import { Archive, CircleCheck, History, Lock } from "lucide-react";

import type { CourierOutcome } from "@/generated/types";
import type { LucideIcon, Tone } from "@/ui";

/** How what the platform did with a bundle looks. */
export const OUTCOME_LOOK: Record<CourierOutcome, { icon: LucideIcon; tone: Tone }> = {
  taken: { icon: CircleCheck, tone: "jade" },
  taken_before: { icon: History, tone: "jade" },
  old: { icon: Archive, tone: "soft" },
  held: { icon: Lock, tone: "amber" },
};
