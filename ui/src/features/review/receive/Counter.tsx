import { Minus, Plus } from "lucide-react";
import { Button, Group, Input, TextField } from "react-aria-components";

import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "../review.module.css";
import { isCount, MOST } from "../rules/counts";

/** A small number that can be typed or stepped. Empty counts nothing. */
export function Counter({ label, value, onChange, onBlur }: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}) {
  const w = useWords();
  const number = Number(value);
  const step = (by: number) => onChange(String(Math.min(MOST, Math.max(0, number + by))));
  return (
    <Group aria-label={label} className={styles.counter ?? ""}>
      <Button
        aria-label={w.review.receive.less}
        className={styles.counterStep ?? ""}
        excludeFromTabOrder
        isDisabled={!isCount(value) || number === 0}
        onPress={() => step(-1)}
      >
        <Icon of={Minus} size={0.875} />
      </Button>
      <TextField
        aria-label={label}
        isInvalid={!isCount(value)}
        maxLength={2}
        onBlur={onBlur}
        onChange={(next) => onChange(next.trim())}
        validationBehavior="aria"
        value={value}
      >
        <Input
          autoComplete="off"
          className={styles.counterInput ?? ""}
          inputMode="numeric"
          onKeyDown={(event) => {
            const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (by === undefined || !isCount(value)) return;
            event.preventDefault();
            step(by);
          }}
          title={isCount(value) ? undefined : w.review.receive.number}
        />
      </TextField>
      <Button
        aria-label={w.review.receive.more}
        className={styles.counterStep ?? ""}
        excludeFromTabOrder
        isDisabled={!isCount(value)}
        onPress={() => step(1)}
      >
        <Icon of={Plus} size={0.875} />
      </Button>
    </Group>
  );
}
