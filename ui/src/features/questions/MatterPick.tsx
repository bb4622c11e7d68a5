import { useState } from "react";

import { useCommand } from "@/api";
import type { MatterRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, useSettled } from "@/ui";

/** Name of a matter, as far as it is here. */
export function useMatterName(id: string | null): string | undefined {
  return useCommand("matter_get", { id: id ?? "" }, { enabled: id !== null }).data?.matter.name;
}

/** Finds a matter by name, popular name or code. With `keeps`, the field stays free for the next. */
export function MatterPick({ label, value, onChange, keeps = false }: {
  label: string;
  value: string | null;
  onChange: (matter: string | null) => void;
  keeps?: boolean;
}) {
  const w = useWords();
  const words = w.questions.pickMatter;
  const [typed, setTyped] = useState<string | null>(null);
  const name = useMatterName(value);
  const settled = useSettled(typed ?? "", 200);
  const found = useCommand(
    "matter_search",
    { text: settled, department: null, level: null, theme: null, object: null, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];

  function choose(id: string | null) {
    if (id === null || !rows.some((row) => row.id === id)) return;
    setTyped(keeps ? "" : null);
    onChange(id);
  }

  function onText(next: string) {
    if (next === name) return;
    setTyped(next);
    if (next === "" && value !== null) onChange(null);
  }

  const note = ({ found_as: as, department }: MatterRow) => (as ? `${as}${w.punctuation.dot}${department}` : department);
  return (
    <ComboBox
      emptyText={words.none}
      label={label}
      onChange={choose}
      onText={onText}
      openLabel={words.open}
      options={rows.map((row) => ({ id: row.id, label: row.name, note: note(row) }))}
      placeholder={words.placeholder}
      text={typed ?? name ?? ""}
      value={value}
    />
  );
}
