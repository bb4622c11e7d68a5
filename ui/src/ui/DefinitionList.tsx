import type { ReactNode } from "react";

import styles from "./DefinitionList.module.css";

/** Names and values. A value that is not there is left out together with its name. */
export function DefinitionList({ items }: {
  items: readonly (readonly [name: string, value: ReactNode])[];
}) {
  const present = items.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={styles.list}>
      {present.map(([name, value]) => (
        <Pair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Pair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
