import {
  CheckCheck,
  CircleCheckBig,
  CircleDashed,
  CirclePause,
  FileClock,
  FileSearch,
  Hourglass,
  type LucideIcon,
  Merge,
  MessageCircleQuestion,
  PenTool,
} from "lucide-react";

import type { Stage, Status } from "@/generated/types";
import { useWords } from "@/i18n";
import { State, type Tone } from "@/ui";

const MARKS: Record<Status, { icon: LucideIcon; tone: Tone }> = {
  unclaimed: { icon: CircleDashed, tone: "blue" },
  working: { icon: PenTool, tone: "soft" },
  awaiting_signature: { icon: Hourglass, tone: "blue" },
  awaiting_opinion: { icon: MessageCircleQuestion, tone: "violet" },
  awaiting_applicant: { icon: FileClock, tone: "violet" },
  suspended: { icon: CirclePause, tone: "violet" },
  under_examination: { icon: FileSearch, tone: "violet" },
  closed: { icon: CircleCheckBig, tone: "jade" },
  settled: { icon: CheckCheck, tone: "jade" },
  merged: { icon: Merge, tone: "soft" },
};

/** Stage and status of a ticket as one state. */
export function StatusMark({ stage, status }: { stage: Stage; status: Status }) {
  const w = useWords();
  return (
    <State {...MARKS[status]} filled>
      {w.enums.stage[stage]}
      {w.punctuation.dot}
      {w.enums.status[status]}
    </State>
  );
}

/** A status alone, for other tickets. */
export function StatusWord({ status }: { status: Status }) {
  const w = useWords();
  return <State {...MARKS[status]}>{w.enums.status[status]}</State>;
}
