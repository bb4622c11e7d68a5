import { useState } from "react";

import { asApiError, useAction } from "@/api";
import type { MaterialVerdict, Review, TicketView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { toast } from "@/ui";

import { nextToJudge } from "./rules/lines";

/**
 * Records verdicts one after another while the person is already at the next line: the keys are
 * faster than any store. A verdict that was not kept brings its line back.
 */
export function useRecord(
  { ticket }: TicketView,
  { items }: Review,
  onPick: (material: string) => void,
): {
  isRecording: (material: string) => boolean;
  record: (material: string, verdict: MaterialVerdict, onDone: () => void) => void;
} {
  const w = useWords();
  const { mutateAsync } = useAction("ticket_act");
  const [under, setUnder] = useState<readonly string[]>([]);

  function record(material: string, verdict: MaterialVerdict, onDone: () => void) {
    if (under.includes(material)) return;
    const rest = items.filter((item) => item.material === material || !under.includes(item.material));
    const next = nextToJudge(rest, material);
    setUnder((now) => [...now, material]);
    onPick(next ?? material);
    // The keys belong to the table again, not to the field that is gone.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    mutateAsync({ ticket: ticket.id, action: { do: "judge_material", material, verdict } })
      .then(onDone, (error: unknown) => {
        onPick(material);
        toast("red", errorWords(w, asApiError(error)));
      })
      .finally(() => setUnder((now) => now.filter((one) => one !== material)));
  }

  return { isRecording: (material) => under.includes(material), record };
}
