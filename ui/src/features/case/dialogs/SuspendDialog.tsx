import { CirclePause } from "lucide-react";
import { useMemo } from "react";

import { formDraft, useDraft } from "@/api";
import type { ClockView, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Choice, Notice, TextArea } from "@/ui";

import { ActForm } from "./ActForm";
import { type ChosenPause, standsStill } from "./pauseEffect";

const KINDS: ChosenPause[] = ["special_procedure", "applicant_asked", "other"];

/** Suspends the case, and says before which clocks stand still. */
export function SuspendDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const w = useWords();
  const words = w.ticket.dialog.suspend;
  const { ticket } = view;
  const form = useMemo(
    () => formDraft<{ kind: ChosenPause; reason: string }>({ kind: "applicant_asked", reason: "" }, "reason"),
    [],
  );
  const draft = useDraft(`suspend:${ticket.id}`, form);
  const { kind, reason } = draft.value;
  return (
    <ActForm
      action={reason.trim() === "" ? null : { do: "suspend", kind, reason: reason.trim() }}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={ticket.id}
      title={words.title}
    >
      <Choice<ChosenPause>
        label={words.kind}
        onChange={(next) => draft.set({ kind: next, reason })}
        options={KINDS.map((id) => ({ id, label: w.enums.pauseKind[id] }))}
        value={kind}
      />
      <Effect clocks={view.clocks} kind={kind} />
      <TextArea
        autoFocus
        hint={words.hint}
        isRequired
        label={words.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ kind, reason: next })}
        rows={4}
        value={reason}
      />
    </ActForm>
  );
}

/** Which of the running clocks stand still, and which go on. */
function Effect({ clocks, kind }: { clocks: ClockView[]; kind: ChosenPause }) {
  const w = useWords();
  const words = w.ticket.dialog.suspend;
  const names = (still: boolean) => {
    const chosen = clocks.filter((clock) => standsStill(clock, kind) === still);
    return [...new Set(chosen.map((clock) => w.enums.clock[clock.kind]))].join(w.punctuation.listComma);
  };
  const stops = names(true);
  const goesOn = names(false);
  return (
    <Notice icon={CirclePause} tone="violet">
      <p>{stops ? words.stops(stops) : words.stopsNothing}</p>
      {goesOn && stops && <p>{words.goesOn(goesOn)}</p>}
      {kind !== "special_procedure" && <p>{words.lawGoesOn}</p>}
    </Notice>
  );
}
