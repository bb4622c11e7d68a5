import { Users } from "lucide-react";

import type { QuestionView } from "@/generated/types";
import { useWords } from "@/i18n";
import { State } from "@/ui";

/** How many people asked, where they are many; else nothing. */
export function OftenMark({ view }: { view: QuestionView }) {
  const words = useWords().questions;
  if (!view.asked_often) return null;
  return (
    <State icon={Users} tone="amber">
      {words.askedBy(view.askers)}
    </State>
  );
}
