import { Button } from "react-aria-components";

import { useWords } from "@/i18n";
import { MARKS, type VerdictKind } from "@/marks";
import { Icon, KeyHint } from "@/ui";

import styles from "./verdict.module.css";

/** The five verdicts beside each other, each with its key. */
export function VerdictKeys({ verdicts, chosen, mayWaive, isBusy, onChoose }: {
  verdicts: readonly VerdictKind[];
  chosen: VerdictKind | "";
  /** Whether the guide lets the material follow later; if not, the key says so. */
  mayWaive: boolean;
  isBusy: boolean;
  onChoose: (kind: VerdictKind) => void;
}) {
  const w = useWords();
  return (
    <div aria-label={w.review.verdict.title} className={styles.keys} role="group">
      {verdicts.map((kind, index) => (
        <Button
          aria-disabled={kind === "waived" && !mayWaive ? true : undefined}
          aria-keyshortcuts={String(index + 1)}
          aria-label={w.enums.verdict[kind]}
          aria-pressed={chosen === kind}
          className={styles.key ?? ""}
          data-tone={MARKS[kind].tone}
          isPending={isBusy}
          key={kind}
          onPress={() => onChoose(kind)}
        >
          <Icon of={MARKS[kind].icon} size={1.125} />
          <span>{w.review.verdict.short[kind]}</span>
          <KeyHint keys={String(index + 1)} />
        </Button>
      ))}
    </div>
  );
}
