import { useDueDay } from "@/api";
import { lastDayWords, useWords } from "@/i18n";
import { Choice } from "@/ui";

import styles from "./DaysChoice.module.css";

const DAYS = ["1", "2", "3", "5", "10", "15"];

/** Working days someone has for an answer. */
export function DaysChoice({ label, value, onChange }: {
  label: string;
  value: string;
  onChange: (days: string) => void;
}) {
  const w = useWords();
  const due = useDueDay(Number(value));
  return (
    <div>
      <Choice
        label={label}
        onChange={onChange}
        options={DAYS.map((id) => ({ id, label: id }))}
        value={value}
      />
      <p aria-live="polite" className={styles.lastDay}>
        {due ? lastDayWords(w, due) : ""}
      </p>
    </div>
  );
}
