import { useState } from "react";

import { useCommand } from "@/api";
import type { Ticket } from "@/generated/types";
import { useWords } from "@/i18n";
import { MatterChanges } from "@/marks";
import { Button, Notice, Waiting } from "@/ui";

/** The guide has a new version: which one the case keeps, and what differs. */
export function VersionNote({ ticket, then, now, isKept }: {
  ticket: Ticket;
  then: number;
  now: number;
  /** The version of the case is here and shown. */
  isKept: boolean;
}) {
  const w = useWords();
  const m = w.ticket.matter;
  const [isOpen, setOpen] = useState(false);
  return (
    <Notice tone="amber">
      <p>{isKept ? m.keeps(then, now) : m.unknownChanges}</p>
      {isKept && (
        <Button aria-expanded={isOpen} edge="start" onPress={() => setOpen(!isOpen)} size="small" tone="plain">
          {isOpen ? m.hideChanges : m.showChanges}
        </Button>
      )}
      {isOpen && <Changes ticket={ticket} />}
    </Notice>
  );
}

function Changes({ ticket }: { ticket: Ticket }) {
  const w = useWords();
  const { data } = useCommand("matter_history", { id: ticket.matter?.id ?? "" });
  if (!data) return <Waiting label={w.common.loading} />;
  const changes = data.cases.find(({ row }) => row.id === ticket.id)?.changes ?? [];
  if (changes.length === 0) return <p>{w.ticket.matter.noChanges}</p>;
  return <MatterChanges changes={changes} />;
}
