import {
  ArrowRightLeft,
  CircleX,
  FilePlus,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquareText,
  Signature,
  Undo2,
} from "lucide-react";

import type { NoticeKind } from "@/generated/types";
import type { Tone } from "@/ui";

/** Icon and colour of a kind of notice; its word is in the language. */
export const NOTICE_LOOK: Record<NoticeKind, { icon: LucideIcon; tone: Tone }> = {
  new_ticket: { icon: FilePlus, tone: "blue" },
  handed_to_me: { icon: ArrowRightLeft, tone: "blue" },
  signed_for: { icon: Signature, tone: "jade" },
  returned: { icon: Undo2, tone: "amber" },
  question_for_me: { icon: MessageCircleQuestion, tone: "violet" },
  opinion_given: { icon: MessageSquareText, tone: "jade" },
  verdict_waiting: { icon: CircleX, tone: "red" },
};
