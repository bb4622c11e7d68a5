import { useState } from "react";

import { useCommand, useDraft } from "@/api";
import type { EntryDraft, KnowledgeKind, KnowledgeRow, QuestionView } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Button, Notice, Select, TextArea, TextField, useNow } from "@/ui";

import { DepartmentPick } from "../DepartmentPick";
import styles from "../form.module.css";
import { isBarred, PersonalCheck, usePersonal } from "../PersonalCheck";
import { sentBackBy } from "../people";
import { StepDialog } from "../steps/StepDialog";
import { BasisFields } from "./BasisFields";
import { entryForm, missingIn, needsBasis, submittedOf, textLines, themesOf } from "./entry";
import { LikeEntries } from "./LikeEntries";
import { MattersField } from "./MattersField";

/** The form of an entry; kept from the first word on. */
export function DraftForm({ view, first, onPoint, onClose }: {
  view: QuestionView;
  first: EntryDraft;
  onPoint: (entry: KnowledgeRow) => void;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.drafting;
  const now = useNow();
  const { question } = view;
  // The question may change meanwhile; the form keeps what it began with.
  const [kept] = useState(() => entryForm(first));
  const draft = useDraft(`knowledge_submit:${question.id}`, kept);
  const [keptAt, setKeptAt] = useState<number | null | undefined>(undefined);
  if (keptAt === undefined && !draft.isPending) setKeptAt(draft.keptAt);
  const [tried, setTried] = useState(false);
  const form = draft.value;
  const change = (patch: Partial<EntryDraft>) => draft.set({ ...form, ...patch });
  const missing = missingIn(form);
  const shown = tried ? missing : { title: false, answer: false, basis: false };
  const title = usePersonal(form.title, null);
  const answer = usePersonal(form.answer.join("\n"), null);
  const isMissing = Object.values(missing).includes(true);
  const kinds = Object.entries(w.enums.knowledgeKind).map(([id, label]) => ({ id: id as KnowledgeKind, label }));
  const back = question.draft?.sent_back ?? null;
  return (
    <StepDialog
      draft={draft.state}
      onClose={() => {
        draft.flush();
        onClose();
      }}
      onDone={draft.clear}
      onTry={() => setTried(true)}
      question={question.id}
      reason={isBarred([title, answer]) ? w.questions.personal.reason : null}
      step={isMissing ? null : { step: "submit", entry: submittedOf(form) }}
      submit={words.submit}
      title={question.draft ? words.revise : words.title}
      width={64}
    >
      {back !== null && <Notice tone="amber">{words.sentBack(sentBackBy(view), back)}</Notice>}
      {keptAt && (
        <Notice
          action={
            <Button
              onPress={() => {
                draft.clear();
                setKeptAt(null);
              }}
              size="small"
            >
              {words.discard}
            </Button>
          }
          tone="blue"
        >
          {words.kept(whenWords(w, keptAt, now))}
        </Notice>
      )}
      <p className={styles.asked}>{question.text}</p>
      {form.entry !== null && (
        <Replaces entry={form.entry} onNew={() => change({ entry: null })} />
      )}
      <div className={styles.columns} onBlur={draft.flush} role="presentation">
        <div className={styles.form}>
          <TextField
            autoFocus
            error={shown.title ? words.missing.name : null}
            hint={words.nameHint}
            isRequired
            label={words.name}
            maxLength={500}
            onChange={(next) => change({ title: next })}
            value={form.title}
          />
          <LikeEntries except={form.entry} onPoint={onPoint} title={form.title} />
          <TextArea
            error={shown.answer ? words.missing.answer : null}
            isRequired
            label={words.answer}
            maxLength={4000}
            onChange={(text) => change({ answer: textLines(text) })}
            rows={7}
            value={form.answer.join("\n")}
          />
          <PersonalCheck
            checks={[title, answer]}
            onRemove={() => change({ title: title.text, answer: textLines(answer.text) })}
          />
          <TextArea
            label={words.askedAs}
            onChange={(text) => change({ asked_as: textLines(text) })}
            rows={2}
            value={form.asked_as.join("\n")}
          />
        </div>
        <div className={styles.form}>
          <Select
            hint={view.asked_often && form.entry === null ? words.often(view.askers) : ""}
            label={words.kind}
            onChange={(kind) => change({ kind })}
            options={kinds}
            value={form.kind}
          />
          <BasisFields
            basis={form.basis}
            isMissing={shown.basis}
            isNeeded={needsBasis(form.kind)}
            onChange={(basis) => change({ basis })}
          />
          <DepartmentPick
            label={words.department}
            onChange={(department) => change({ department })}
            value={form.department}
          />
          <MattersField matters={form.matters} onChange={(matters) => change({ matters })} />
          <TextField
            hint={words.themesHint}
            label={words.themes}
            onChange={(text) => change({ themes: themesOf(text) })}
            value={form.themes.join(w.punctuation.listComma.trim())}
          />
        </div>
      </div>
    </StepDialog>
  );
}

function Replaces({ entry, onNew }: { entry: string; onNew: () => void }) {
  const w = useWords();
  const { data } = useCommand("knowledge_get", { id: entry });
  return (
    <Notice
      action={
        <Button onPress={onNew} size="small">
          {w.drafting.asNew}
        </Button>
      }
      tone="violet"
    >
      {w.drafting.replaces(data?.entry.title ?? w.questions.entryOf(entry))}
    </Notice>
  );
}
