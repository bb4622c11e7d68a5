import { useState } from "react";

import { useCommand } from "@/api";
import type { Matter, MatterRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, useSettled } from "@/ui";

/** Finds the matter by name, popular name or code. */
export function MatterChoice({ matter, name, onMatter }: {
  matter: Matter | null;
  /** Its name as the ticket has it, until the guide is read. */
  name: string;
  onMatter: (id: string | null) => void;
}) {
  const w = useWords();
  const words = w.review.start;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = matter?.name ?? name;
  const text = typed ?? shown;
  const settled = useSettled(typed ?? "", 200);
  const found = useCommand(
    "matter_search",
    { text: settled, department: null, level: null, theme: null, object: null, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const note = ({ found_as, department, state }: MatterRow) =>
    [state === "in_use" ? null : w.enums.matterState[state], found_as, department]
      .filter(Boolean)
      .join(w.punctuation.dot);

  return (
    <ComboBox
      emptyText={words.noMatter}
      hint={words.matterHint}
      isRequired
      label={words.matter}
      onChange={(id) => {
        if (!rows.some((row) => row.id === id)) return;
        setTyped(null);
        onMatter(id);
      }}
      onText={(next) => {
        if (next === shown) return;
        setTyped(next);
        if (next === "") onMatter(null);
      }}
      openLabel={words.openMatters}
      options={rows.map((row) => ({ id: row.id, label: row.name, note: note(row) }))}
      text={text}
      value={matter?.id ?? null}
    />
  );
}
