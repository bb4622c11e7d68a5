import type { DocumentKind, RequesterKind } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, Select, TextField } from "@/ui";

import { AgentPart } from "./AgentPart";
import { ElderlyPart } from "./ElderlyPart";
import { type Form, type Missing } from "./form";
import styles from "./register.module.css";
import type { Checked } from "./useIntake";

const KINDS: RequesterKind[] = ["natural_person", "legal_person"];
const DOCUMENTS: DocumentKind[] = [
  "resident_id",
  "hmt_residence",
  "hmt_travel",
  "foreign_permanent",
  "passport",
  "other",
];

/** Who asks. Unusual numbers are pointed out and never stop anyone. */
export function RequesterPart({ form, change, missing, checked }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  /** What has to be pointed out as missing. */
  missing: Missing | null;
  checked: Checked;
}) {
  const w = useWords();
  const r = w.register;
  const { warn } = checked;
  const isBody = form.kind === "legal_person";
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{r.who}</legend>
      <Choice<RequesterKind>
        hideLabel
        label={r.kind}
        onChange={(kind) => change({ kind })}
        options={KINDS.map((id) => ({ id, label: w.enums.requesterKind[id] }))}
        value={form.kind}
      />
      <TextField
        autoFocus
        error={missing?.name ? r.nameMissing : null}
        isRequired
        label={isBody ? r.bodyName : r.name}
        maxLength={100}
        onChange={(name) => change({ name })}
        value={form.name}
      />
      {isBody && (
        <TextField
          label={r.creditCode}
          maxLength={24}
          onChange={(creditCode) => change({ creditCode })}
          value={form.creditCode}
          warning={warn("credit_code")}
        />
      )}
      <DocumentPart change={change} checked={checked} form={form} />
      <TextField
        inputMode="tel"
        label={r.phone}
        maxLength={24}
        onChange={(phone) => change({ phone })}
        type="tel"
        value={form.phone}
        warning={warn("phone")}
      />
      <AgentPart change={change} checked={checked} form={form} />
      {!isBody && (
        <ElderlyPart
          change={change}
          checked={checked}
          form={form}
          showMissing={missing?.elderly ?? false}
        />
      )}
    </fieldset>
  );
}

/** The kind of document beside its number. What is said about the number stands below both. */
function DocumentPart({ form, change, checked }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  checked: Checked;
}) {
  const w = useWords();
  const r = w.register;
  const isBody = form.kind === "legal_person";
  const age = isBody ? null : (checked.data?.age ?? null);
  const copied = r.documentHint[form.document];
  const hint = form.nature === "procedure" ? copied : r.optionalOr(copied);
  return (
    <div className={styles.document}>
      <Select<DocumentKind>
        label={r.document}
        onChange={(document) => change({ document })}
        options={DOCUMENTS.map((id) => ({ id, label: w.enums.document[id] }))}
        value={form.document}
      />
      <TextField
        hint={age === null ? hint : r.age(age)}
        label={isBody ? r.contactPerson : r.idNumber}
        maxLength={32}
        onChange={(idNumber) => change({ idNumber })}
        value={form.idNumber}
        warning={checked.warn("id_number")}
      />
    </div>
  );
}
