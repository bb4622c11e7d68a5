import { useCommand } from "@/api";
import type { FieldWarning, RequesterKind } from "@/generated/types";
import { useWords } from "@/i18n";
import { Checkbox, Choice, TextField, useSettled } from "@/ui";

import { type Form, requesterOf } from "./form";
import styles from "./register.module.css";

const KINDS: RequesterKind[] = ["natural_person", "legal_person"];

/** Who asks. Unusual numbers are pointed out and never stop anyone. */
export function RequesterPart({ form, change, showMissing }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  showMissing: boolean;
}) {
  const w = useWords();
  const r = w.register;
  const warn = useWarnings(form);
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
        error={showMissing ? r.nameMissing : null}
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
      <TextField
        hint={form.nature === "procedure" ? undefined : r.optionalForConsultation}
        label={isBody ? r.contactPerson : r.idNumber}
        maxLength={32}
        onChange={(idNumber) => change({ idNumber })}
        value={form.idNumber}
        warning={warn("id_number")}
      />
      <TextField
        inputMode="tel"
        label={r.phone}
        maxLength={24}
        onChange={(phone) => change({ phone })}
        type="tel"
        value={form.phone}
        warning={warn("phone")}
      />
      <Checkbox isSelected={form.hasAgent} onChange={(hasAgent) => change({ hasAgent })}>
        {r.withAgent}
      </Checkbox>
      {form.hasAgent && <AgentPart change={change} form={form} warn={warn} />}
    </fieldset>
  );
}

function AgentPart({ form, change, warn }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  warn: (field: string) => string | null;
}) {
  const w = useWords();
  const r = w.register;
  return (
    <div className={styles.agent}>
      <TextField
        label={r.agentName}
        maxLength={100}
        onChange={(agentName) => change({ agentName })}
        value={form.agentName}
      />
      <TextField
        label={r.agentId}
        maxLength={32}
        onChange={(agentId) => change({ agentId })}
        value={form.agentId}
        warning={warn("agent_id_number")}
      />
      <TextField
        hint={w.ticket.agentPapers}
        inputMode="tel"
        label={r.agentPhone}
        maxLength={24}
        onChange={(agentPhone) => change({ agentPhone })}
        type="tel"
        value={form.agentPhone}
        warning={warn("agent_phone")}
      />
    </div>
  );
}

/** Asks the rule book once the typing rests. */
function useWarnings(form: Form): (field: string) => string | null {
  const w = useWords();
  const settled = useSettled(JSON.stringify(requesterOf(form)), 350);
  const requester = JSON.parse(settled) as ReturnType<typeof requesterOf>;
  const { data } = useCommand("requester_check", { requester }, { keepPrevious: true });
  return (field) => {
    const found = data?.find((warning: FieldWarning) => warning.field === field);
    return found ? w.enums.warning[found.code] : null;
  };
}
