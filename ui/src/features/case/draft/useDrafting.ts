import { useState } from "react";

import { asApiError, call, useAction } from "@/api";
import type { ApiError, DraftOutcome, DraftPreview } from "@/generated/types";

/** A draft for a case, from the first look at what would leave the desk to what came back. */
export interface Drafting {
  isOpen: boolean;
  /** What would leave; `null`: it is being looked up. */
  preview: DraftPreview | null;
  question: string;
  setQuestion: (question: string) => void;
  isWorking: boolean;
  outcome: DraftOutcome | null;
  /** The question as it was sent: what is personal was taken out once more. */
  sent: string;
  error: ApiError | null;
  /** Shows what would leave; where the person has seen that in this case before, asks at once. */
  begin: () => void;
  ask: () => void;
  /** Back to what would leave. */
  change: () => void;
  stop: () => void;
  close: () => void;
}

/** Drafts for one case, one at a time. */
export function useDrafting(ticket: string): Drafting {
  const [isOpen, setOpen] = useState(false);
  const [preview, setPreview] = useState<DraftPreview | null>(null);
  const [question, setQuestion] = useState("");
  const [failed, setFailed] = useState<ApiError | null>(null);
  const draft = useAction("draft_ask");
  const stop = () => void call("drafter_stop", {}).catch(() => undefined);

  async function begin() {
    setOpen(true);
    setPreview(null);
    setFailed(null);
    draft.reset();
    try {
      const seen = await call("draft_preview", { ticket });
      setPreview(seen);
      setQuestion(seen.question);
      const isKnown = seen.asked_before && seen.entries.length > 0;
      if (isKnown) draft.mutate({ ticket, question: seen.question });
    } catch (thrown) {
      setFailed(asApiError(thrown));
    }
  }

  return {
    isOpen,
    preview,
    question,
    setQuestion,
    isWorking: draft.isPending,
    outcome: draft.isPending ? null : (draft.data?.outcome ?? null),
    sent: draft.data?.question || question,
    error: failed ?? draft.error,
    begin: () => void begin(),
    ask: () => draft.mutate({ ticket, question: question.trim() }),
    change: () => draft.reset(),
    stop,
    close: () => {
      if (draft.isPending) stop();
      setOpen(false);
    },
  };
}
