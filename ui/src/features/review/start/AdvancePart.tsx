import { useState } from "react";

import { useAction } from "@/api";
import type { TicketView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Notice, TextField } from "@/ui";

import { ruleAgainst } from "../rules/standing";
import styles from "./start.module.css";

/** The way on from 咨询: moves the ticket to guidance, so that a review can begin. */
export function AdvancePart({ view }: { view: TicketView }) {
  const w = useWords();
  const words = w.review.start;
  const act = useAction("ticket_act");
  const [note, setNote] = useState<string>(words.advanceProposal);
  const rule = ruleAgainst(view, "advance");
  return (
    <div className={styles.advance}>
      <TextField
        hint={words.advanceHint}
        label={words.advanceNote}
        maxLength={4000}
        onChange={setNote}
        value={note}
      />
      <Button
        busy={act.isPending}
        isDisabled={note.trim() === ""}
        onPress={() =>
          act.mutate({
            ticket: view.ticket.id,
            action: { do: "advance", to: "guidance", note: note.trim() },
          })
        }
        reason={rule === null ? null : w.errors.rule[rule]}
      >
        {words.advance}
      </Button>
      {act.error && (
        <Notice announce tone="red">
          {errorWords(w, act.error)}
        </Notice>
      )}
    </div>
  );
}
