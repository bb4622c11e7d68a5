import {
  CircleCheckBig,
  CircleDashed,
  Hourglass,
  type LucideIcon,
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
  closed: { icon: CircleCheckBig, tone: "jade" },
};

/** Stage and status of a ticket as one state. */
export function StatusMark({ stage, status }: { stage: Stage; status: Status }) {
  const w = useWords();
  const { icon, tone } = MARKS[status];
  return (
    <State filled icon={icon} tone={tone}>
      {w.enums.stage[stage]}
      {w.punctuation.dot}
      {w.enums.status[status]}
    </State>
  );
}
