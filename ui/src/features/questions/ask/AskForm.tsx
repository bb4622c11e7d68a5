import { useState } from "react";

import { useAction, useCommand, useDraft } from "@/api";
import { ActionDialog } from "@/forms";
import type { NewQuestion } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Button, Notice, TextArea, toast, useNow } from "@/ui";

import { DepartmentPick } from "../DepartmentPick";
import { MatterPick } from "../MatterPick";
import { type Checked, isBarred, PersonalCheck, usePersonal } from "../PersonalCheck";
import styles from "../form.module.css";
import { Alike } from "./Alike";
import { ASK_DRAFT, ASK_KEY, askedOf, type AskFrom, MOST_QUESTION } from "./ask";
import { isPolicyWhole, OriginPart } from "./OriginPart";

/** The form of a question, with what it begins with. */
export function AskForm({ from, first, keptAt, onAnew, onClose, onAsked }: {
  from: AskFrom;
  first: NewQuestion;
  /** When it was written, if it is one that was not submitted. */
  keptAt: number | null;
  onAnew: (() => void) | undefined;
  onClose: () => void;
  onAsked: (question: string) => void;
}) {
  const w = useWords();
  const words = w.questions.asking;
  const now = useNow();
  const draft = useDraft(ASK_KEY, ASK_DRAFT);
  const [form, setForm] = useState(first);
  const [tries, setTries] = useState(0);
  const isOffline = useCommand("sync_state", {}).data?.link !== "online";
  const act = useAction("question_act");
  const clean = useAction("text_clean");
  const checks = useChecks(form);
  const { origin } = form;
  const isMissing = form.text.trim() === "";

  function change(patch: Partial<NewQuestion>) {
    const next = { ...form, ...patch };
    setForm(next);
    draft.set(next);
  }

  function removePersonal() {
    change({
      text: checks.text.text,
      proposed: form.proposed === null ? null : checks.proposed.text,
      origin: origin.from === "search" ? { from: "search", words: checks.words.text } : origin,
    });
  }

  async function submit() {
    setTries(tries + 1);
    if (isMissing || !isPolicyWhole(origin)) return;
    draft.flush();
    // What was searched for goes along, and nobody looked at it before.
    const searched = origin.from === "search" ? (await clean.mutateAsync({ text: origin.words, ticket: null })).text : "";
    act.mutate(
      { question: null, step: { step: "ask", ...askedOf(form, searched) }, seen: null },
      {
        onSuccess: ({ question }) => {
          draft.clear();
          toast("jade", w.questions.done.ask);
          onAsked(question.id);
        },
      },
    );
  }

  const ofEntry = origin.from === "entry";
  const error = act.error ?? clean.error;
  return (
    <ActionDialog
      busy={act.isPending}
      draft={draft.state}
      error={error}
      isReady
      onClose={() => {
        draft.flush();
        onClose();
      }}
      onLeave={draft.flush}
      reason={isBarred(Object.values(checks)) ? w.questions.personal.reason : null}
      run={() => void submit()}
      submit={words.submit}
      title={words.title}
      width={38}
    >
      {keptAt !== null && (
        <Notice
          action={
            onAnew && (
              <Button
                onPress={() => {
                  draft.clear();
                  onAnew();
                }}
                size="small"
              >
                {words.anew}
              </Button>
            )
          }
          tone="blue"
        >
          {words.kept(whenWords(w, keptAt, now))}
        </Notice>
      )}
      <OriginPart
        onChange={(next) => change({ origin: next })}
        origin={origin}
        showMissing={tries > 0}
        words={checks.words.text}
      />
      <TextArea
        autoFocus
        error={tries > 0 && isMissing ? words.missing : null}
        hint={from.from === "case" && keptAt === null ? words.fromCase : words.textHint}
        isRequired
        label={ofEntry ? words.entryText : words.text}
        maxLength={MOST_QUESTION}
        onChange={(text) => change({ text })}
        placeholder={ofEntry ? words.entryPlaceholder : words.placeholder}
        rows={3}
        value={form.text}
      />
      {!ofEntry && <Alike onOpen={draft.flush} text={form.text} />}
      <TextArea
        hint={words.proposedHint}
        label={words.proposed}
        maxLength={4000}
        onChange={(proposed) => change({ proposed: proposed === "" ? null : proposed })}
        rows={2}
        value={form.proposed ?? ""}
      />
      <PersonalCheck checks={[checks.text, checks.proposed, checks.words]} onRemove={removePersonal} />
      <div className={styles.pair}>
        <MatterPick label={words.matter} onChange={(matter) => change({ matter })} value={form.matter} />
        <DepartmentPick
          label={words.department}
          onChange={(department) => change({ department: department === "" ? null : department })}
          value={form.department ?? ""}
        />
      </div>
      {isOffline && <Notice tone="blue">{words.offline}</Notice>}
    </ActionDialog>
  );
}

/** What stands in each text that others will read. */
function useChecks({ text, proposed, origin }: NewQuestion): Record<"text" | "proposed" | "words", Checked> {
  const ticket = origin.from === "case" ? origin.ticket : null;
  return {
    text: usePersonal(text, ticket),
    proposed: usePersonal(proposed ?? "", ticket),
    words: usePersonal(origin.from === "search" ? origin.words : "", null),
  };
}
