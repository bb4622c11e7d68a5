import { Ban, CircleCheck, CirclePause } from "lucide-react";

import type { MatterState as StateOfMatter } from "@/generated/types";
import { useWords } from "@/i18n";
import { State } from "@/ui";

const LOOKS = {
  in_use: { icon: CircleCheck, tone: "jade" },
  suspended: { icon: CirclePause, tone: "amber" },
  cancelled: { icon: Ban, tone: "red" },
} as const;

/** In use, suspended or cancelled. */
export function MatterStateMark({ state }: { state: StateOfMatter }) {
  const w = useWords();
  return (
    <State filled {...LOOKS[state]}>
      {w.enums.matterState[state]}
    </State>
  );
}
