import type { ReactNode } from "react";

import { type DraftState, useAction } from "@/api";
import type { Action } from "@/generated/types";
import { ActionDialog } from "@/forms";
import { useWords } from "@/i18n";
import { toast } from "@/ui";

import { paperOf, useOpenPaper } from "../papers";

/** What every step's dialog has: fields, the draft's state, and one button that does it. */
export function StepDialog({ ticket, title, submit, action, draft, width = 34, onClose, onDone, children }: {
  ticket: string;
  title: string;
  submit: string;
  /** The action as it stands; `null` while something is missing. */
  action: Action | null;
  draft: DraftState;
  /** In rem. */
  width?: number;
  onClose: () => void;
  /** Called once it is done, to remove the draft. */
  onDone: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  const act = useAction("ticket_act");
  const openPaper = useOpenPaper();

  function run() {
    if (!action || act.isPending) return;
    act.mutate(
      { ticket, action },
      {
        onSuccess: () => {
          onDone();
          onClose();
          // The table itself shows what has changed; the paper is what one hands out now.
          const paper = paperOf(action);
          if (paper === null) return;
          const print = { label: w.papers.printNow(w.papers.kind[paper]), run: () => openPaper(paper) };
          toast("jade", w.ticket.done[action.do], print);
        },
      },
    );
  }

  return (
    <ActionDialog
      busy={act.isPending}
      draft={draft}
      error={act.error}
      isReady={action !== null}
      onClose={onClose}
      run={run}
      submit={submit}
      title={title}
      width={width}
    >
      {children}
    </ActionDialog>
  );
}
