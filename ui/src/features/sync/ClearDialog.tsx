import type { ReactNode } from "react";

import type { DraftState } from "@/api";
import { ActionDialog } from "@/forms";
import type { ApiError } from "@/generated/types";

/** What the ways of putting a letter away have in common: what it means, a text, one button. */
export function ClearDialog({ title, lead, submit, run, busy, error, draft, onClose, children }: {
  title: string;
  /** What is about to happen. */
  lead: string;
  submit: string;
  /** Does it; `null` while something is missing. */
  run: (() => void) | null;
  busy: boolean;
  error: ApiError | null;
  draft: DraftState;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <ActionDialog
      busy={busy}
      draft={draft}
      error={error}
      isReady={run !== null}
      onClose={onClose}
      run={() => run?.()}
      submit={submit}
      title={title}
      width={34}
    >
      <p>{lead}</p>
      {children}
    </ActionDialog>
  );
}
