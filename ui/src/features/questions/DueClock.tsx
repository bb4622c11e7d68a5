import type { QuestionView, Timestamp } from "@/generated/types";
import { useWords } from "@/i18n";
import { ClockRing } from "@/ui";

import { dueOf } from "./due";

/** Until when a question has to be an entry; nothing once it has ended. */
export function DueClock({ view: { clock, question }, now, workingDays }: {
  view: QuestionView;
  now: Timestamp;
  workingDays: readonly string[];
}) {
  const w = useWords();
  if (!clock) return null;
  const { words, urgency, share } = dueOf(w, clock, question.asked_at, now, workingDays);
  return (
    <ClockRing share={share} urgency={urgency}>
      {words}
    </ClockRing>
  );
}
