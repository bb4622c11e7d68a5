import { BookCheck, BookMarked, CircleSlash, type LucideIcon, PenLine, Send } from "lucide-react";

import type { Question } from "@/generated/types";
import { useWords } from "@/i18n";
import { State, type Tone } from "@/ui";

const OPEN = { icon: PenLine, tone: "blue" } as const;
const SUBMITTED = { icon: Send, tone: "violet" } as const;
const ENDED = {
  published: { icon: BookCheck, tone: "jade" },
  answered: { icon: BookMarked, tone: "jade" },
  declined: { icon: CircleSlash, tone: "soft" },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

/** Where a question stands, or how it ended. */
export function StageMark({ question: { stage, ending }, filled }: {
  question: Question;
  filled?: boolean;
}) {
  const w = useWords();
  const looks = stage === "open" ? OPEN : SUBMITTED;
  const look = ending ? ENDED[ending.ended] : looks;
  return (
    <State {...look} filled={filled ?? false}>
      {ending ? w.questions.ended[ending.ended] : w.enums.questionStage[stage]}
    </State>
  );
}
