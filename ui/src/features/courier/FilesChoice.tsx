import type { CourierFiles, CourierLoad, CourierLoads } from "@/generated/types";
import { sizeWords, useWords, type Words } from "@/i18n";
import { Choice } from "@/ui";

import styles from "./courier.module.css";

const CHOICES: readonly CourierFiles[] = ["none", "small", "all"];

/** Which files travel beside the bundle, with how large that is and what stays. */
export function FilesChoice({ loads, value, onChange }: {
  loads: CourierLoads;
  value: CourierFiles;
  onChange: (value: CourierFiles) => void;
}) {
  const w = useWords();
  const words = w.courier.pack.choice;
  return (
    <div>
      <Choice
        label={words.label}
        onChange={onChange}
        options={CHOICES.map((id) => ({ id, label: words[id] }))}
        value={value}
      />
      <p aria-live="polite" className={styles.note}>
        {loadWords(w, loads[value])}
      </p>
    </div>
  );
}

/** How much travels, and how much stays. */
function loadWords(w: Words, { files, bytes, left, left_bytes: leftBytes }: CourierLoad): string {
  const words = w.courier.pack.choice;
  const taken = files === 0 ? words.nothing : words.taken(files, sizeWords(bytes));
  return left === 0 ? `${taken}${words.stop}` : `${taken}${words.comma}${words.stay(left, sizeWords(leftBytes))}`;
}
