import { useState } from "react";

import type { Standing } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Checkbox, Choice, Notice, TextField } from "@/ui";

import { type Form, standingOf } from "./form";
import { guardianGap } from "./intake";
import styles from "./register.module.css";
import type { Checked } from "./useIntake";

const STANDINGS: Standing[] = ["authorised", "guardian"];

/** Who comes in the requester's place, and the papers that make them do so. */
export function AgentPart({ form, change, checked }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  checked: Checked;
}) {
  const w = useWords();
  const r = w.register;
  // Only a hand that opened the block is taken into it; a restored draft opens by itself.
  const [opened, setOpened] = useState(false);
  const gap = guardianGap(form, checked.data);

  function open(patch: Partial<Form>) {
    setOpened(true);
    change(patch);
  }

  return (
    <>
      {(gap === "missing" || gap === "not_guardian") && (
        <Notice
          action={
            <Button onPress={() => open({ hasAgent: true, standing: "guardian" })} size="small">
              {gap === "missing" ? r.guardian.missing : r.guardian.notGuardian}
            </Button>
          }
          announce
          tone="amber"
        >
          {w.enums.warning.minor_without_guardian}
        </Notice>
      )}
      <Checkbox isSelected={form.hasAgent} onChange={(hasAgent) => open({ hasAgent })}>
        {r.withAgent}
      </Checkbox>
      {form.hasAgent && (
        <AgentFields autoFocus={opened} change={change} checked={checked} form={form} />
      )}
    </>
  );
}

function AgentFields({ form, change, checked, autoFocus }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  checked: Checked;
  autoFocus: boolean;
}) {
  const w = useWords();
  const r = w.register;
  const standing = standingOf(form);
  const words = r.agent[standing];
  const unnamed = guardianGap(form, checked.data) === "unnamed";
  return (
    <div className={styles.inset}>
      {form.kind === "natural_person" && (
        <Choice<Standing>
          hideLabel
          label={r.standing}
          onChange={(next) => change({ standing: next })}
          options={STANDINGS.map((id) => ({ id, label: w.enums.standing[id] }))}
          value={standing}
        />
      )}
      <p className={styles.papers}>{words.papers}</p>
      <TextField
        autoFocus={autoFocus}
        label={words.name}
        maxLength={100}
        onChange={(agentName) => change({ agentName })}
        value={form.agentName}
        warning={unnamed ? r.guardian.unnamed : null}
      />
      <div className={styles.pair}>
        <TextField
          label={words.idNumber}
          maxLength={32}
          onChange={(agentId) => change({ agentId })}
          value={form.agentId}
          warning={checked.warn("agent.id_number")}
        />
        <TextField
          inputMode="tel"
          label={words.phone}
          maxLength={24}
          onChange={(agentPhone) => change({ agentPhone })}
          type="tel"
          value={form.agentPhone}
          warning={checked.warn("agent.phone")}
        />
      </div>
    </div>
  );
}
