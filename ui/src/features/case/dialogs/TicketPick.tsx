import { useState } from "react";

import { useCommand } from "@/api";
import type { TicketQuery, TicketRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { ComboBox, DefinitionList, useSettled } from "@/ui";

import { emptyWords } from "./emptyWords";

/** Rows offered at a time. */
const FOUND = 30;

function query(text: string): TicketQuery {
  const any = { stage: null, status: null, channel: null, matter: null, due_before: null };
  return { ...any, view: "all", sort: "updated", text: text === "" ? null : text, offset: 0, limit: FOUND };
}

/** Finds another ticket by its number, its requester's name or its title. */
export function TicketPick({ except, value, onChange }: {
  /** The ticket that is open. */
  except: string;
  value: TicketRow | null;
  onChange: (row: TicketRow | null) => void;
}) {
  const w = useWords();
  const { find } = w.ticket.dialog;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value ? titleOf(value) : "";
  const text = typed ?? shown;
  const sought = useSettled(typed?.trim() ?? "", 200);
  const answer = useCommand("ticket_list", query(sought), { keepPrevious: true });
  const rows = (answer.data?.rows ?? []).filter(({ id }) => id !== except);
  return (
    <>
      <ComboBox
        autoFocus
        emptyText={emptyWords(w, answer, find.none)}
        isRequired
        label={find.label}
        onChange={(id) => {
          setTyped(null);
          if (id !== null) onChange(rows.find((row) => row.id === id) ?? null);
        }}
        onText={(next) => {
          if (next !== shown) setTyped(next);
        }}
        openLabel={w.common.open}
        options={rows.map((row) => ({
          id: row.id,
          label: titleOf(row),
          note: [row.number, w.enums.status[row.status], row.holder].filter(Boolean).join(w.punctuation.dot),
        }))}
        placeholder={find.placeholder}
        text={text}
        value={value?.id ?? null}
      />
      {value && (
        <DefinitionList
          items={[
            [w.ticket.number, value.number ?? w.ticket.provisional],
            [find.subject, value.subject],
            [find.status, `${w.enums.stage[value.stage]}${w.punctuation.dot}${w.enums.status[value.status]}`],
            [find.holder, value.holder],
          ]}
        />
      )}
    </>
  );
}

/** A ticket in a list: who, and what about. */
export function titleOf({ requester, subject }: TicketRow): string {
  return `${requester} ${subject}`;
}
