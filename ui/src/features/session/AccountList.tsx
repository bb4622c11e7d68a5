import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";

import type { KnownAccount } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { useNow } from "@/ui";

import styles from "./session.module.css";

/** The people who have used this machine, the last one first. */
export function AccountList({ accounts, chosen, onChoose }: {
  accounts: KnownAccount[];
  chosen: string | null;
  onChoose: (account: string) => void;
}) {
  const w = useWords();
  const now = useNow();
  return (
    <RadioGroup className={styles.accounts ?? ""} onChange={onChoose} value={chosen}>
      <Label className={styles.label ?? ""}>{w.session.chooseAccount}</Label>
      {accounts.map(({ account, name, last_used }) => (
        <RadioField key={account} value={account}>
          <RadioButton className={styles.account ?? ""}>
          <span aria-hidden className={styles.face}>
            {name.slice(-1)}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{name}</span>
            <span className={styles.note}>
              {account}
              {w.punctuation.dot}
              {w.session.lastUsed(whenWords(w, last_used, now))}
            </span>
          </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
