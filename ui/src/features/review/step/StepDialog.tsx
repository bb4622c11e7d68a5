import type { KeyboardEvent, ReactNode } from "react";

import { type DraftState, useAction } from "@/api";
import type { Action } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, toast } from "@/ui";

import { DraftMark } from "../DraftMark";
import { paperOf, useOpenPaper } from "../papers";
import styles from "../review.module.css";

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

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) run();
  }

  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <DraftMark state={draft} />
          <Button onPress={onClose}>{w.common.cancel}</Button>
          <Button busy={act.isPending} isDisabled={action === null} onPress={run} tone="primary">
            {submit}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={title}
      width={width}
    >
      <div className={styles.form} onKeyDown={onKey} role="presentation">
        {children}
        {act.error && (
          <Notice announce tone="red">
            {errorWords(w, act.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
