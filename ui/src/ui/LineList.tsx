import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

import { cx } from "./cx";
import styles from "./LineList.module.css";

/**
 * A list that draws only what is in sight, for rows with links and buttons of their own, which a
 * `VirtualList` cannot have. Up and Down go to the same `data-part` in the next row.
 */
export function LineList<T>({ label, items, heightOf, keyOf, render, className }: {
  label: string;
  items: readonly T[];
  /** Height of a row in pixels. */
  heightOf: (item: T) => number;
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
  className?: string | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- it is written for this use
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => heightOf(items[index] as T),
    overscan: 6,
    getItemKey: (index) => keyOf(items[index] as T),
  });
  const heights = items.map(heightOf).join(" ");
  useEffect(() => rows.measure(), [rows, heights]);

  function onKey(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (by === undefined || !row || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const part = event.target.closest<HTMLElement>("[data-part]")?.dataset.part ?? "";
    const next = Number(row.getAttribute("data-row")) + by;
    if (next < 0 || next >= items.length) return;
    rows.scrollToIndex(next);
    requestAnimationFrame(() =>
      box.current
        ?.querySelector<HTMLElement>(`[data-row="${next}"] [data-part="${part}"] :is(a, button)`)
        ?.focus({ preventScroll: true }),
    );
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- its links and buttons take the keys
    <div className={cx(styles.scroll, className)} onKeyDown={onKey} ref={box}>
      <ul aria-label={label} className={styles.inner} style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, key, size, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={styles.row}
              data-row={index}
              key={key}
              style={{ height: `${size}px`, transform: `translateY(${start}px)` }}
            >
              {render(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
