import type { ReactNode } from "react";

import { type DraftState, useAction } from "@/api";
import type { Action } from "@/generated/types";
import { ActionDialog } from "@/forms";
import { useWords } from "@/i18n";
import { toast } from "@/ui";

import { paperOf, useOpenPaper } from "../papers";

/** What every action's dialog has: the fields, the draft's state, and one button that does it. */
export function ActForm({ ticket, title, submit, tone = "primary", action, draft, onClose, onDone, children }: {
  ticket: string;
  title: string;
  submit: string;
  tone?: "primary" | "danger";
  /** The action as it stands; `null` while something is missing. */
  action: Action | null;
  draft: DraftState;
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
          const paper = paperOf(action);
          toast(
            "jade",
            w.ticket.done[action.do],
            paper ? { label: w.papers.printNow(w.papers.kind[paper]), run: () => openPaper(paper) } : undefined,
          );
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
      tone={tone}
    >
      {children}
    </ActionDialog>
  );
}
