import { FilePlus } from "lucide-react";

import type { Matter } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button } from "@/ui";

import styles from "./guide.module.css";

/** Name of a part of the guide; also its place in the document. */
export type Part = "materials" | "conditions" | "steps" | "faq" | "knowledge" | "basis" | "facts" | "versions";

/** Id of a part's heading. */
export function partId(part: Part): string {
  return `guide-${part}`;
}

/** Scrolls the guide alone: `scrollIntoView` would move everything around it as well. */
function goTo(part: Part): void {
  const heading = document.getElementById(partId(part));
  const guide = heading?.closest("[data-guide]");
  if (!heading || !guide) return;
  const above = parseFloat(getComputedStyle(heading).scrollMarginTop);
  const top = heading.getBoundingClientRect().top - guide.getBoundingClientRect().top;
  guide.scrollBy({ top: top - above });
}

/** Stays in sight: jumps to the parts that there are, and registers a ticket. */
export function GuideNav({ matter, hasKnowledge, onRegister }: {
  matter: Matter;
  hasKnowledge: boolean;
  onRegister: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.library.sections;
  const parts: [Part, boolean][] = [
    ["materials", true],
    ["facts", true],
    ["conditions", true],
    ["steps", true],
    ["faq", matter.faq.length > 0],
    ["knowledge", hasKnowledge],
    ["basis", true],
  ];
  return (
    <div className={styles.nav}>
      <nav aria-label={words.label} className={styles.jumps}>
        {parts.map(
          ([part, present]) =>
            present && (
              <Button
                key={part}
                onPress={() => goTo(part)}
                size="small"
                tone="plain"
              >
                {words[part]}
              </Button>
            ),
        )}
      </nav>
      {onRegister && (
        <Button
          icon={FilePlus}
          onPress={onRegister}
          tone={matter.state === "in_use" ? "primary" : "quiet"}
        >
          {w.library.register}
        </Button>
      )}
    </div>
  );
}
