import { ArrowDownToLine, MessageCircleReply, Signpost, Wrench } from "lucide-react";

import { useCommand, useDraft } from "@/api";
import type { TicketView, TriageKind } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { ChoiceCards, Notice } from "@/ui";

import { ActForm } from "./ActForm";
import { AnswerFields, LowerFields, OwnFields } from "./TriageFields";
import { OfficeFields } from "./TriageOffice";
import { TRIAGE_DRAFT, triageGap, triageOf, type Triaging } from "./triage";
import styles from "./TriageDialog.module.css";

const ICONS = {
  answered_now: MessageCircleReply,
  own_level: Wrench,
  lower_level: ArrowDownToLine,
  out_of_scope: Signpost,
} as const;
const OUTCOMES = Object.keys(ICONS) as TriageKind[];

/** Decides what becomes of a request: exactly one of four, and what happens then is said before. */
export function TriageDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.triage;
  const { ticket } = view;
  const draft = useDraft(`triage:${ticket.id}`, TRIAGE_DRAFT);
  const directory = useCommand("directory", {});
  const form = draft.value;
  const change = (patch: Partial<Triaging>) => draft.set({ ...form, ...patch });
  const triage = triageOf(form, ticket.channel);
  const gap = triageGap(form);
  const fields = { change, form, onBlur: draft.flush, ticket };
  return (
    <ActForm
      action={triage && { do: "triage", triage }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={form.outcome === null ? words.submitFirst : words.submit[form.outcome]}
      ticket={ticket.id}
      title={words.title}
    >
      <ChoiceCards<TriageKind>
        autoFocus
        cards={OUTCOMES.map((id) => ({
          id,
          icon: ICONS[id],
          label: w.enums.triage[id],
          note: words.about[id],
        }))}
        label={words.outcome}
        onChange={(outcome) => change({ outcome })}
        value={form.outcome}
      />
      {form.outcome !== null && (
        <Notice tone="blue">{nextWords(w, form, placeOf(form.organisation))}</Notice>
      )}
      {form.outcome === "answered_now" && <AnswerFields {...fields} />}
      {form.outcome === "own_level" && <OwnFields {...fields} />}
      {form.outcome === "lower_level" && <LowerFields {...fields} directory={directory} />}
      {form.outcome === "out_of_scope" && <OfficeFields {...fields} directory={directory} />}
      {form.outcome !== null && gap !== null && <p className={styles.gap}>{words.missing[gap]}</p>}
    </ActForm>
  );

  function placeOf(id: string | null): string {
    const found = directory.data?.organisations.find((one) => one.id === id);
    return found?.short_name ?? "";
  }
}

/** What happens once it is submitted. */
function nextWords(w: Words, { outcome, complex }: Triaging, place: string): string {
  const { next } = w.triage;
  switch (outcome) {
    case null:
      return "";
    case "answered_now":
      return next.answered_now;
    case "own_level":
      return complex ? next.own_complex : next.own_simple;
    case "lower_level":
      return place === "" ? next.lower_unnamed : next.lower_level(place);
    case "out_of_scope":
      return next.out_of_scope;
  }
}
