import type { ApiError, Directory, Ticket, Via } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, Select, TextArea } from "@/ui";

import { emptyWords } from "./emptyWords";
import { organisationsBelow, type Triaging, usualVia } from "./triage";

/** What the fields of each outcome share. */
export interface TriageFieldsProps {
  ticket: Ticket;
  form: Triaging;
  change: (patch: Partial<Triaging>) => void;
  /** Keeps the draft when a field is left. */
  onBlur: () => void;
}

/** The directory as it was asked for. */
export interface AskedDirectory {
  data: Directory | undefined;
  isPending: boolean;
  error: ApiError | null;
}

const VIAS: Via[] = ["counter", "phone", "message"];

/** How the citizen was told. */
export function ViaChoice({ label, ticket, form, change }: TriageFieldsProps & { label: string }) {
  const w = useWords();
  return (
    <Choice<Via>
      label={label}
      onChange={(via) => change({ via })}
      options={VIAS.map((id) => ({ id, label: w.enums.via[id] }))}
      value={form.via ?? usualVia(ticket.channel)}
    />
  );
}

/** 当场答复: what the citizen was told, and how. */
export function AnswerFields(props: TriageFieldsProps) {
  const words = useWords().triage.answer;
  return (
    <>
      <TextArea
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={props.onBlur}
        onChange={(answer) => props.change({ answer })}
        rows={4}
        value={props.form.answer}
      />
      <ViaChoice {...props} label={words.via} />
    </>
  );
}

/** 本级办理: how difficult it is, and a remark. */
export function OwnFields({ form, change, onBlur }: TriageFieldsProps) {
  const words = useWords().triage.own;
  return (
    <>
      <Choice
        label={words.complexity}
        onChange={(next) => change({ complex: next === "complex" })}
        options={[
          { id: "simple", label: words.simple },
          { id: "complex", label: words.complex },
        ]}
        value={form.complex ? "complex" : "simple"}
      />
      <TextArea
        hint={words.noteHint}
        label={words.note}
        maxLength={4000}
        onBlur={onBlur}
        onChange={(note) => change({ note })}
        rows={3}
        value={form.note}
      />
    </>
  );
}

/** 转下级: to whom, and what they have to know. */
export function LowerFields({ ticket, form, change, onBlur, directory }: TriageFieldsProps & {
  directory: AskedDirectory;
}) {
  const w = useWords();
  const words = w.triage.lower;
  const below = organisationsBelow(directory.data, ticket.organisation);
  const known = below.some(({ id }) => id === form.organisation);
  return (
    <>
      <Select
        emptyText={emptyWords(w, directory, words.none)}
        isRequired
        label={words.organisation}
        onChange={(organisation) => change({ organisation })}
        options={below.map(({ id, short_name, address }) => ({ id, label: short_name, note: address }))}
        placeholder={w.common.choose}
        value={known ? form.organisation : null}
      />
      <TextArea
        hint={words.noteHint}
        isRequired
        label={words.note}
        maxLength={4000}
        onBlur={onBlur}
        onChange={(lowerNote) => change({ lowerNote })}
        rows={4}
        value={form.lowerNote}
      />
    </>
  );
}
