import {
  AlarmClock,
  AlarmClockOff,
  ArrowRightLeft,
  CircleX,
  ClipboardCheck,
  FilePlus,
  Handshake,
  Lightbulb,
  type LucideIcon,
  Megaphone,
  MessageCircleQuestion,
  MessageSquareReply,
  MessageSquareText,
  RotateCcw,
  ShieldCheck,
  Signature,
  Undo2,
  UserRoundCheck,
  UserRoundX,
  UsersRound,
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
  assist_asked: { icon: UsersRound, tone: "violet" },
  assist_answered: { icon: Handshake, tone: "jade" },
  urged: { icon: Megaphone, tone: "amber" },
  urging_answered: { icon: MessageSquareReply, tone: "jade" },
  correction_allowed: { icon: ShieldCheck, tone: "jade" },
  reopened: { icon: RotateCcw, tone: "blue" },
  clock_warning: { icon: AlarmClock, tone: "amber" },
  clock_breach: { icon: AlarmClockOff, tone: "red" },
  verdict_waiting: { icon: CircleX, tone: "red" },
  taken_over: { icon: UserRoundX, tone: "amber" },
  given_to_me: { icon: UserRoundCheck, tone: "blue" },
  proposal_for_me: { icon: Lightbulb, tone: "violet" },
  proposal_answered: { icon: ClipboardCheck, tone: "jade" },
};
