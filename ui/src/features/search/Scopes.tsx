import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import { useWords } from "@/i18n";

import { type Scope, SCOPES } from "./kinds";
import styles from "./palette.module.css";

/** One group of what can be found, or all of them. */
export function Scopes({ scope, onScope }: { scope: Scope; onScope: (scope: Scope) => void }) {
  const words = useWords().search;
  return (
    <ToggleButtonGroup
      aria-label={words.scopes}
      className={styles.scopes ?? ""}
      disallowEmptySelection
      onSelectionChange={(chosen) => {
        const [next] = chosen;
        if (next !== undefined) onScope(next as Scope);
      }}
      selectedKeys={[scope]}
      selectionMode="single"
    >
      {SCOPES.map((id) => (
        <ToggleButton className={styles.scope ?? ""} id={id} key={id}>
          {words.scope[id]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
