import { useState } from "react";

import type { Organisation } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox } from "@/ui";

/** Chooses an organisation by typing a part of its name. */
export function OrganisationPick({ label, organisations, emptyText, value, onChange, autoFocus }: {
  label: string;
  organisations: readonly Organisation[];
  emptyText: string;
  value: string;
  onChange: (organisation: string) => void;
  autoFocus?: boolean;
}) {
  const w = useWords();
  const chosen = organisations.find(({ id }) => id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const sought = typed?.trim() ?? "";
  const found = organisations.filter(
    ({ name, short_name }) => name.includes(sought) || short_name.includes(sought),
  );
  return (
    <ComboBox
      autoFocus={autoFocus ?? false}
      emptyText={emptyText}
      isRequired
      label={label}
      onChange={(id) => {
        setTyped(null);
        if (id !== null) onChange(id);
      }}
      onText={(next) => {
        if (next !== chosen?.short_name) setTyped(next);
      }}
      openLabel={w.common.open}
      options={found.map(({ id, short_name, kind }) => ({
        id,
        label: short_name,
        note: w.enums.organisationKind[kind],
      }))}
      text={typed ?? chosen?.short_name ?? ""}
      value={value}
    />
  );
}
