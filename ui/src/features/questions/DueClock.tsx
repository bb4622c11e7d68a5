import type { QuestionView, Timestamp } from "@/generated/types";
import { useWords } from "@/i18n";
import { ClockRing } from "@/ui";

import { dueOf } from "./due";

/** Until when a question has to be an entry; nothing once it has ended. */
export function DueClock({ view: { clock, days_left: daysLeft, question }, now }: {
  view: QuestionView;
  now: Timestamp;
}) {
  const w = useWords();
  if (!clock || daysLeft === null) return null;
  const { words, urgency, share } = dueOf(w, clock, daysLeft, question.asked_at, now);
  return (
    <ClockRing share={share} urgency={urgency}>
      {words}
    </ClockRing>
  );
}
