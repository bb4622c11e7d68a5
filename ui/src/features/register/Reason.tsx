import { useWords } from "@/i18n";
import { Button, TextField } from "@/ui";

import styles from "./register.module.css";

/** Why a flag was set: a few words, often one of the usual ones. */
export function Reason({ label, value, onChange, suggestions, showMissing }: {
  label: string;
  value: string;
  onChange: (reason: string) => void;
  suggestions: readonly string[];
  showMissing: boolean;
}) {
  const w = useWords();
  return (
    <div className={styles.inset}>
      <TextField
        error={showMissing ? w.register.reasonMissing : null}
        isRequired
        label={label}
        maxLength={100}
        onChange={onChange}
        value={value}
      />
      <div className={styles.suggestions}>
        {suggestions.map((suggestion) => (
          <Button key={suggestion} onPress={() => onChange(suggestion)} size="small">
            {suggestion}
          </Button>
        ))}
      </div>
    </div>
  );
}
