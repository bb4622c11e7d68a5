import type { ActionKind, TicketView } from "@/generated/types";

import { AdvanceDialog } from "./AdvanceDialog";
import { AnswerDialog } from "./AnswerDialog";
import { AskAssistDialog } from "./AskAssistDialog";
import { ClassifyDialog } from "./ClassifyDialog";
import { CloseDialog } from "./CloseDialog";
import { EscalateDialog } from "./EscalateDialog";
import { FollowUpDialog } from "./FollowUpDialog";
import { HandOffDialog } from "./HandOffDialog";
import { JoinDialog } from "./JoinDialog";
import { ProposeDialog } from "./ProposeDialog";
import { SuspendDialog } from "./SuspendDialog";
import { TakeOverDialog } from "./TakeOverDialog";
import { TextDialog } from "./TextDialog";
import { TriageDialog } from "./TriageDialog";
import { UrgeDialog } from "./UrgeDialog";

/** The dialog that belongs to an action; what needs no words, or has a page, has none. */
export function ActDialog({ kind, view, onClose }: {
  kind: ActionKind;
  view: TicketView;
  onClose: () => void;
}) {
  const shared = { onClose, view };
  switch (kind) {
    case "note":
    case "release":
    case "return":
    case "opinion":
    case "resume":
    case "submit":
    case "take_back":
    case "allow_correction":
      return <TextDialog {...shared} kind={kind} />;
    case "hand_off":
    case "assign":
      return <HandOffDialog {...shared} kind={kind} />;
    case "answer_assist":
    case "drop_assist":
    case "answer_urging":
      return <AnswerDialog {...shared} kind={kind} />;
    case "link":
    case "merge":
      return <JoinDialog {...shared} kind={kind} />;
    case "triage":
      return <TriageDialog {...shared} />;
    case "classify":
      return <ClassifyDialog {...shared} />;
    case "ask_assist":
      return <AskAssistDialog {...shared} />;
    case "urge":
      return <UrgeDialog {...shared} />;
    case "suspend":
      return <SuspendDialog {...shared} />;
    case "follow_up":
      return <FollowUpDialog {...shared} />;
    case "escalate":
      return <EscalateDialog {...shared} />;
    case "advance":
      return <AdvanceDialog {...shared} />;
    case "close":
      return <CloseDialog {...shared} />;
    case "take_over":
      return <TakeOverDialog {...shared} />;
    case "propose":
      return <ProposeDialog {...shared} />;
    case "register":
    case "claim":
    case "sign_for":
    case "reply":
    case "open_review":
    case "receive_materials":
    case "add_file":
    case "remove_file":
    case "judge_material":
    case "issue_correction":
    case "resubmit":
    case "answer_proposal":
      return null;
  }
}
