import type { ActionKind, TicketView } from "@/generated/types";

import { AdvanceDialog } from "./AdvanceDialog";
import { CloseDialog } from "./CloseDialog";
import { EscalateDialog } from "./EscalateDialog";
import { HandOffDialog } from "./HandOffDialog";
import { TextDialog } from "./TextDialog";

/** The dialog that belongs to an action; what needs no words has none. */
export function ActDialog({ kind, view, onClose }: {
  kind: ActionKind;
  view: TicketView;
  onClose: () => void;
}) {
  switch (kind) {
    case "note":
    case "release":
    case "return":
    case "opinion":
      return <TextDialog kind={kind} onClose={onClose} view={view} />;
    case "hand_off":
      return <HandOffDialog onClose={onClose} view={view} />;
    case "escalate":
      return <EscalateDialog onClose={onClose} view={view} />;
    case "advance":
      return <AdvanceDialog onClose={onClose} view={view} />;
    case "close":
      return <CloseDialog onClose={onClose} view={view} />;
    case "register":
    case "claim":
    case "sign_for":
    case "reply":
      return null;
  }
}
