import { X } from "lucide-react";

import { useWords } from "@/i18n";
import { IconButton } from "@/ui";

import styles from "../form.module.css";
import { MatterPick, useMatterName } from "../MatterPick";

/** The matters an entry belongs to: picked by search, one after the other. */
export function MattersField({ matters, onChange }: {
  matters: readonly string[];
  onChange: (matters: string[]) => void;
}) {
  const words = useWords().questions.pickMatter;
  return (
    <div className={styles.group}>
      <MatterPick
        keeps
        label={words.add}
        onChange={(matter) => {
          if (matter !== null && !matters.includes(matter)) onChange([...matters, matter]);
        }}
        value={null}
      />
      {matters.length > 0 && <ul className={styles.chips}>
        {matters.map((matter) => (
          <Chip
            key={matter}
            matter={matter}
            onRemove={() => onChange(matters.filter((one) => one !== matter))}
          />
        ))}
      </ul>}
    </div>
  );
}

function Chip({ matter, onRemove }: { matter: string; onRemove: () => void }) {
  const words = useWords().questions.pickMatter;
  const name = useMatterName(matter) ?? words.unknown;
  return (
    <li className={styles.chip}>
      {name}
      <IconButton icon={X} label={words.remove(name)} onPress={onRemove} size="small" />
    </li>
  );
}
