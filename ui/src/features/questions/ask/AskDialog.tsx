import { useState } from "react";

import { useDraft } from "@/api";
import type { NewQuestion } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Dialog, Notice, Waiting } from "@/ui";

import { ASK_DRAFT, ASK_KEY, type AskFrom, isWritten } from "./ask";
import { AskForm } from "./AskForm";
import { useStart } from "./useStart";

interface AskProps {
  from: AskFrom;
  onClose: () => void;
  /** Shows the question that was raised. */
  onAsked: (question: string) => void;
}

/** Raises a question that the knowledge base does not answer. Kept from the first word on. */
export function AskDialog(props: AskProps) {
  const w = useWords();
  const words = w.questions.asking;
  const start = useStart(props.from);
  const kept = useDraft(ASK_KEY, ASK_DRAFT);
  const [begun, setBegun] = useState<{ form: NewQuestion; keptAt: number | null } | null>(null);
  if (begun === null && !kept.isPending && start !== undefined) {
    const before = isWritten(kept.value) ? kept.value : null;
    const form = before ?? start;
    if (form) setBegun({ form, keptAt: before ? kept.keptAt : null });
  }
  if (begun) {
    return (
      <AskForm
        {...props}
        first={begun.form}
        key={begun.keptAt ?? "new"}
        keptAt={begun.keptAt}
        onAnew={start ? () => setBegun({ form: start, keptAt: null }) : undefined}
      />
    );
  }
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={<Button onPress={props.onClose}>{w.common.close}</Button>}
      isOpen
      onClose={props.onClose}
      title={words.title}
      width={38}
    >
      {start === null ? <Notice tone="amber">{words.noEntry}</Notice> : <Waiting label={w.common.loading} />}
    </Dialog>
  );
}
