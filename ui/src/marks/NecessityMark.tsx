import { File, FileCheck, FileClock, FileQuestion } from "lucide-react";

import type { Necessity } from "@/generated/types";
import { useWords } from "@/i18n";
import { State } from "@/ui";

import { NECESSITY_TONE, necessityWords } from "./materialWords";

const ICONS = { required: FileCheck, optional: File, deferrable: FileClock } as const;

/** Whether a material is needed, as icon, word and colour. */
export function NecessityMark({ necessity }: { necessity: Necessity | null }) {
  const w = useWords();
  return (
    <State
      icon={necessity ? ICONS[necessity] : FileQuestion}
      tone={necessity ? NECESSITY_TONE[necessity] : "soft"}
    >
      {necessityWords(w, necessity)}
    </State>
  );
}
