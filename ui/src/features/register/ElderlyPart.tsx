import { useWords } from "@/i18n";
import { Button, Checkbox, Notice } from "@/ui";

import type { Form } from "./form";
import { elderlyAge } from "./intake";
import { Reason } from "./Reason";
import type { Checked } from "./useIntake";

/** The elderly flag: offered when the document tells the age, never set by itself. */
export function ElderlyPart({ form, change, checked, showMissing }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
  checked: Checked;
  showMissing: boolean;
}) {
  const r = useWords().register;
  const offered = elderlyAge(form, checked.data);
  const age = checked.data?.elderly ? checked.data.age : null;
  const suggestions = [...(age === null ? [] : [r.age(age)]), ...r.elderly.suggestions];
  return (
    <>
      {offered !== null && (
        <Notice
          action={
            <Button
              onPress={() => change({ isElderly: true, elderly: r.age(offered) })}
              size="small"
            >
              {r.elderly.take}
            </Button>
          }
          tone="blue"
        >
          {r.elderly.offer(offered)}
        </Notice>
      )}
      <Checkbox
        isSelected={form.isElderly}
        onChange={(isElderly) => change({ isElderly })}
      >
        {r.elderly.flag}
      </Checkbox>
      {form.isElderly && (
        <Reason
          label={r.elderly.reason}
          onChange={(elderly) => change({ elderly })}
          showMissing={showMissing}
          suggestions={suggestions}
          value={form.elderly}
        />
      )}
    </>
  );
}
