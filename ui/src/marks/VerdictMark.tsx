import {
  BadgeCheck,
  Circle,
  CircleCheck,
  CircleSlash,
  Clock3,
  FilePenLine,
  type LucideIcon,
  RotateCcw,
} from "lucide-react";

import { useWords } from "@/i18n";
import { State, type Tone } from "@/ui";

import type { LineMark } from "./verdicts";

/** Icon and colour of every mark of a line. */
export const MARKS: Record<LineMark, { icon: LucideIcon; tone: Tone }> = {
  open: { icon: Circle, tone: "soft" },
  again: { icon: RotateCcw, tone: "amber" },
  meets: { icon: CircleCheck, tone: "jade" },
  needs_fixing: { icon: FilePenLine, tone: "red" },
  missing: { icon: CircleSlash, tone: "red" },
  waived: { icon: Clock3, tone: "violet" },
  exempt: { icon: BadgeCheck, tone: "jade" },
};

/** How a line stands, as icon, word and colour. */
export function VerdictMark({ mark, count, filled }: {
  mark: LineMark;
  /** How many lines stand like this. */
  count?: number;
  filled?: boolean;
}) {
  const w = useWords();
  const words =
    mark === "open" || mark === "again" ? w.review.mark[mark] : w.review.verdict.short[mark];
  return (
    <State {...MARKS[mark]} {...(filled ? { filled } : {})}>
      {count === undefined ? words : w.review.submit.tally(words, count)}
    </State>
  );
}
