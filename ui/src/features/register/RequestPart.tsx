import type { Channel, Nature } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Checkbox, Choice, TextArea, TextField } from "@/ui";

import type { Form } from "./form";
import { MatterPicker } from "./MatterPicker";
import styles from "./register.module.css";

const CHANNELS: Channel[] = ["counter", "phone", "hotline"];
const NATURES: Nature[] = ["procedure", "policy", "attitude"];

/** What is asked for: the matter where it is known, and the citizen's own words. */
export function RequestPart({ form, change, showMissing }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  showMissing: boolean;
}) {
  const w = useWords();
  const r = w.register;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{r.what}</legend>
      <div className={styles.choices}>
        <Choice<Channel>
          label={r.channel}
          onChange={(channel) => change({ channel })}
          options={CHANNELS.map((id) => ({ id, label: w.enums.channel[id] }))}
          value={form.channel}
        />
        <Choice<Nature>
          label={r.nature}
          onChange={(nature) => change({ nature })}
          options={NATURES.map((id) => ({ id, label: w.enums.nature[id] }))}
          value={form.nature}
        />
      </div>
      <MatterPicker change={change} form={form} />
      <TextArea
        error={showMissing ? r.requestMissing : null}
        hint={r.requestHint}
        label={r.request}
        maxLength={4000}
        onChange={(request) => change({ request })}
        rows={4}
        value={form.request}
      />
      <TextField
        hint={r.subjectHint}
        label={r.subject}
        maxLength={100}
        onChange={(subject) => change({ subject })}
        value={form.subject}
      />
      <Checkbox isSelected={form.isPriority} onChange={(isPriority) => change({ isPriority })}>
        {r.green}
      </Checkbox>
      {form.isPriority && (
        <div className={styles.agent}>
          <TextField
            label={r.greenReason}
            maxLength={100}
            onChange={(priority) => change({ priority })}
            value={form.priority}
          />
          <div className={styles.suggestions}>
            {r.greenSuggestions.map((suggestion) => (
              <Button key={suggestion} onPress={() => change({ priority: suggestion })} size="small">
                {suggestion}
              </Button>
            ))}
          </div>
        </div>
      )}
    </fieldset>
  );
}
