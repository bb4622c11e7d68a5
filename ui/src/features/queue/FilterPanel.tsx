import { useState } from "react";

import { useCommand } from "@/api";
import type { Channel, Stage, Status } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, Select, useSettled } from "@/ui";

import type { DueFilter, Filters } from "./query";
import styles from "./queue.module.css";

const ANY = "any";

/** The filters of the queue; each holds at once. */
export function FilterPanel({ filters, onFilters }: {
  filters: Filters;
  onFilters: (filters: Filters) => void;
}) {
  const w = useWords();
  const { stage, status, channel, due } = w.queue;
  return (
    <div className={styles.panel}>
      <Pick<Stage>
        any={w.queue.anyStage}
        label={stage}
        onChange={(value) => onFilters({ ...filters, stage: value })}
        value={filters.stage}
        words={w.enums.stage}
      />
      <Pick<Status>
        any={w.queue.anyStatus}
        label={status}
        onChange={(value) => onFilters({ ...filters, status: value })}
        value={filters.status}
        words={w.enums.status}
      />
      <Pick<Channel>
        any={w.queue.anyChannel}
        label={channel}
        onChange={(value) => onFilters({ ...filters, channel: value })}
        value={filters.channel}
        words={w.enums.channel}
      />
      <Pick<DueFilter>
        any={w.queue.anyDeadline}
        label={w.queue.deadline}
        onChange={(value) => onFilters({ ...filters, due: value })}
        value={filters.due}
        words={due}
      />
      <MatterPick filters={filters} onFilters={onFilters} />
    </div>
  );
}

function Pick<K extends string>({ label, any, words, value, onChange }: {
  label: string;
  any: string;
  words: Record<K, string>;
  value: K | null;
  onChange: (value: K | null) => void;
}) {
  const keys = Object.keys(words) as K[];
  return (
    <Select<K | typeof ANY>
      label={label}
      onChange={(key) => onChange(key === ANY ? null : key)}
      options={[{ id: ANY, label: any }, ...keys.map((id) => ({ id, label: words[id] }))]}
      value={value ?? ANY}
    />
  );
}

function MatterPick({ filters, onFilters }: {
  filters: Filters;
  onFilters: (filters: Filters) => void;
}) {
  const w = useWords();
  const [text, setText] = useState(filters.matter?.name ?? "");
  const settled = useSettled(text === filters.matter?.name ? "" : text, 200);
  const found = useCommand(
    "matter_search",
    { text: settled, department: null, level: null, theme: null, object: null, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  function choose(id: string | null) {
    const row = rows.find((candidate) => candidate.id === id);
    setText(row?.name ?? "");
    onFilters({ ...filters, matter: row ? { id: row.id, name: row.name } : null });
  }
  return (
    <ComboBox
      emptyText={w.register.noMatter}
      label={w.queue.matter}
      onChange={choose}
      onText={(next) => {
        setText(next);
        if (next === "" && filters.matter) onFilters({ ...filters, matter: null });
      }}
      openLabel={w.register.openMatters}
      options={rows.map(({ id, name, department }) => ({ id, label: name, note: department }))}
      placeholder={w.queue.anyMatter}
      text={text}
      value={filters.matter?.id ?? null}
    />
  );
}
