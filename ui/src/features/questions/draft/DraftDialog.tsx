import { useState } from "react";

import { useCommand } from "@/api";
import type { KnowledgeRow, QuestionView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Dialog, Waiting } from "@/ui";

import { DraftForm } from "./DraftForm";
import { firstDraft } from "./entry";

/** Writes the entry that answers a question: begins with what there is. */
export function DraftDialog({ view, onPoint, onClose }: {
  view: QuestionView;
  /** An entry answers it already. */
  onPoint: (entry: KnowledgeRow) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const { question } = view;
  const me = useCommand("session_state", {}).data?.me;
  const about = question.origin.from === "entry" && !question.draft ? question.origin.entry : null;
  const entry = useCommand("knowledge_get", { id: about ?? "" }, { enabled: about !== null });
  const [version] = useState(question.version);
  if (!me || (about !== null && entry.isPending)) {
    return (
      <Dialog
        closeLabel={w.common.close}
        footer={<Button onPress={onClose}>{w.common.close}</Button>}
        isOpen
        onClose={onClose}
        title={w.drafting.title}
        width={60}
      >
        <Waiting label={w.common.loading} />
      </Dialog>
    );
  }
  const department = me.staff.role === "consultant" ? (me.organisation?.name ?? "") : "";
  return (
    <DraftForm
      first={firstDraft(question, entry.data?.entry ?? null, department, view.asked_often ? "reply" : "standard")}
      key={version}
      onClose={onClose}
      onPoint={onPoint}
      view={view}
    />
  );
}
