import { useState } from "react";

import { useCommand } from "@/api";
import type { MatterRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, Select, useSettled } from "@/ui";

import type { Form } from "./form";

const NONE = "none";

/** Finds the matter by name, popular name or code, then its situation. */
export function MatterPicker({ form, change }: {
  form: Form;
  change: (patch: Partial<Form>) => void;
}) {
  const w = useWords();
  const r = w.register;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? form.matter?.name ?? "";
  const settled = useSettled(typed ?? "", 200);
  const found = useCommand(
    "matter_search",
    { text: settled, department: null, level: null, theme: null, object: null, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const chosen = useCommand("matter_get", { id: form.matter?.id ?? "" }, { enabled: form.matter !== null });
  const situations = chosen.data?.matter.situations ?? [];

  function choose(id: string | null) {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return;
    setTyped(null);
    change({ matter: { id: row.id, name: row.name }, situation: null });
  }

  function onText(next: string) {
    if (next === form.matter?.name) return;
    setTyped(next);
    if (next === "" && form.matter) change({ matter: null, situation: null });
  }

  const note = ({ found_as, department }: MatterRow) =>
    found_as ? `${found_as}${w.punctuation.dot}${department}` : department;
  return (
    <>
      <ComboBox
        emptyText={r.noMatter}
        hint={r.matterHint}
        label={r.matter}
        onChange={choose}
        onText={onText}
        openLabel={r.openMatters}
        options={rows.map((row) => ({ id: row.id, label: row.name, note: note(row) }))}
        placeholder={r.matterPlaceholder}
        text={text}
        value={form.matter?.id ?? null}
      />
      {situations.length > 0 && (
        <Select
          label={r.situation}
          onChange={(id) => change({ situation: id === NONE ? null : id })}
          options={[
            { id: NONE, label: r.noSituation },
            ...situations.map(({ id, name, question }) => ({ id, label: name, note: question })),
          ]}
          value={form.situation ?? NONE}
        />
      )}
    </>
  );
}
