import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { Ticket, TicketView } from "@/generated/types";
import { limitWords, useWords } from "@/i18n";
import { Choice, Notice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";

type Complexity = "simple" | "complex";

/** As the rule book judges it where nobody has: complex once it is being helped with, or asked. */
function isComplex({ complex, stage, consultation }: Ticket): boolean {
  return complex ?? (stage === "assistance" || consultation !== null);
}

/** Changes whether the case is simple or complex, and with it the time it may take. */
export function ClassifyDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.classify;
  const { ticket } = view;
  const was = isComplex(ticket);
  const form = useMemo(
    () => formDraft<{ as: Complexity; reason: string }>({ as: was ? "simple" : "complex", reason: "" }, "reason"),
    [was],
  );
  const draft = useDraft(`classify:${ticket.id}`, form);
  const { as, reason } = draft.value;
  const same = ticket.complex === (as === "complex");
  const clock = view.clocks.find(({ kind }) => kind === "resolution");
  const limit = clock ? ` ${limitWords(w, clock.limit)}` : "";
  return (
    <ActForm
      action={
        same || reason.trim() === "" ? null : { do: "classify", complex: as === "complex", reason: reason.trim() }
      }
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <Notice tone="blue">
        {words.now(w.ticket.complex(was))}
        {limit}
      </Notice>
      <Choice<Complexity>
        label={words.as}
        onChange={(next) => draft.set({ as: next, reason })}
        options={[
          { id: "simple", label: w.ticket.complex(false) },
          { id: "complex", label: w.ticket.complex(true) },
        ]}
        value={as}
      />
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ as, reason: next })}
        rows={4}
        value={reason}
      />
    </ActForm>
  );
}
