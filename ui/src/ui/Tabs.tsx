import { type ReactNode, useId } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";

import styles from "./Tabs.module.css";

/** One tab. */
export interface TabItem<K extends string> {
  id: K;
  label: string;
  count?: number | undefined;
}

/** A row of tabs over one panel; the caller draws the panel of the chosen one. */
export function Tabs<K extends string>({ label, tabs, value, onChange, children, className }: {
  label: string;
  tabs: readonly TabItem<K>[];
  value: K;
  onChange: (value: K) => void;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <AriaTabs
      className={className ?? ""}
      id={id}
      keyboardActivation="manual"
      onSelectionChange={(key) => onChange(key as K)}
      selectedKey={value}
    >
      <TabList aria-label={label} className={styles.list ?? ""}>
        {tabs.map((tab) => (
          <Tab className={styles.tab ?? ""} id={tab.id} key={tab.id}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel className={className ?? ""} id={value} key={value}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
