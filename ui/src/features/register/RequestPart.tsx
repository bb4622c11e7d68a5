import type { Channel, Nature } from "@/generated/types";
import { useWords } from "@/i18n";
import { Checkbox, Choice, TextArea, TextField } from "@/ui";

import type { Form, Missing } from "./form";
import { MatterPicker } from "./MatterPicker";
import { Reason } from "./Reason";
import styles from "./register.module.css";
import { RoutePart } from "./RoutePart";
import type { Routing } from "./useIntake";

/** Those at the counter first: most are registered there. */
const CHANNELS: Channel[] = ["counter", "phone", "hotline", "mobile", "web", "self_service"];
const NATURES: Nature[] = ["procedure", "policy", "attitude"];

/** What is asked for: the matter where it is known, and the citizen's own words. */
export function RequestPart({ form, change, missing, routing }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  /** What has to be pointed out as missing. */
  missing: Missing | null;
  routing: Routing;
}) {
  const w = useWords();
  const r = w.register;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{r.what}</legend>
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
      <MatterPicker change={change} form={form} />
      <RoutePart change={change} routing={routing} />
      <TextArea
        error={missing?.request ? r.requestMissing : null}
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
        <Reason
          label={r.greenReason}
          onChange={(priority) => change({ priority })}
          showMissing={missing?.priority ?? false}
          suggestions={r.greenSuggestions}
          value={form.priority}
        />
      )}
    </fieldset>
  );
}
