import { CalendarClock, CalendarSearch, CalendarX, CircleCheck } from "lucide-react";

import type { EntryStanding } from "@/generated/types";
import { useWords } from "@/i18n";
import { State } from "@/ui";

const LOOKS = {
  future: { icon: CalendarClock, tone: "amber" },
  in_force: { icon: CircleCheck, tone: "jade" },
  review_due: { icon: CalendarSearch, tone: "amber" },
  expired: { icon: CalendarX, tone: "red" },
} as const;

/** Whether an entry of the knowledge base holds today. */
export function EntryStandingMark({ standing }: { standing: EntryStanding }) {
  const w = useWords();
  const { icon, tone } = LOOKS[standing];
  return (
    <State filled icon={icon} tone={tone}>
      {w.enums.entryStanding[standing]}
    </State>
  );
}
