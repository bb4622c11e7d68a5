import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";

import type { RevealField } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button } from "@/ui";

import { RevealDialog } from "../dialogs/RevealDialog";
import styles from "./side.module.css";
import { grouped } from "./grouped";

/** A revealed number covers itself again after this. */
const SHOWN_MS = 60_000;

/** A number that is covered until someone says why they need it. */
export function Masked({ ticket, field, masked }: {
  ticket: string;
  field: RevealField;
  masked: string;
}) {
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  useEffect(() => {
    if (value === null) return undefined;
    const timer = window.setTimeout(() => setValue(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  const name = w.enums.revealField[field];
  return (
    <span className={styles.masked}>
      <span className={styles.figures}>{grouped(value ?? masked)}</span>
      {value === null ? (
        <Button
          aria-label={`${w.ticket.reveal} ${name}`}
          icon={Eye}
          onPress={() => setAsking(true)}
          size="small"
          tone="plain"
        >
          {w.ticket.reveal}
        </Button>
      ) : (
        <Button icon={EyeOff} onPress={() => setValue(null)} size="small" tone="plain">
          {w.ticket.dialog.reveal.hide}
        </Button>
      )}
      {asking && (
        <RevealDialog
          field={field}
          onClose={() => setAsking(false)}
          onRevealed={setValue}
          ticket={ticket}
        />
      )}
    </span>
  );
}
