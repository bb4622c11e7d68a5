import { useState } from "react";

import { useWords } from "@/i18n";
import { DefinitionList, SplitPane, Tabs, useRowPx, VirtualList } from "@/ui";

import styles from "./gallery.module.css";

const MANY = Array.from({ length: 5_000 }, (_, index) => `№ ${index + 1}`);

/** Lists, tabs and panes. */
export function ListsSection() {
  const w = useWords();
  const rowPx = useRowPx();
  const [tab, setTab] = useState<"waiting" | "mine">("waiting");
  const [active, setActive] = useState(2);
  const [width, setWidth] = useState(10);
  return (
    <section className={styles.card}>
      <Tabs
        label={w.queue.views}
        onChange={setTab}
        tabs={[
          { id: "waiting", label: w.enums.queueView.waiting, count: 12 },
          { id: "mine", label: w.enums.queueView.mine, count: 5 },
        ]}
        value={tab}
      >
        <p className="soft">{w.queue.empty[tab]}</p>
      </Tabs>
      <div className={styles.box}>
        <VirtualList
          active={active}
          items={MANY}
          keyOf={(item) => item}
          label={w.queue.list}
          onActive={setActive}
          onOpen={(_, index) => setActive(index)}
          render={(item, state) => (
            <div className={styles.row} data-active={state.active || undefined}>
              {item}
            </div>
          )}
          rowPx={rowPx}
        />
      </div>
      <div className={styles.box}>
        <SplitPane
          label={w.common.resize}
          limits={{ min: 6, max: 14 }}
          onWidth={setWidth}
          pane={<p className="soft">{w.queue.title}</p>}
          side="left"
          width={width}
        >
          <p className="soft">{w.queue.pick}</p>
        </SplitPane>
      </div>
      <DefinitionList
        items={[
          [w.ticket.matter.promised, w.time.days(5, true)],
          [w.ticket.matter.legal, w.time.days(20, true)],
          [w.ticket.matter.consult, "0752-6268 110"],
        ]}
      />
    </section>
  );
}
