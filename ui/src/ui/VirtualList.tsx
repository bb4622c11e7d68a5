import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";

import { cx } from "./cx";
import styles from "./VirtualList.module.css";

/**
 * A list of any length that draws only what is in sight. One row is active: arrow keys move it,
 * Enter or a click opens it. The list keeps the focus and names the active row to those who hear
 * the screen.
 */
export function VirtualList<T>({ label, items, rowPx, active, onActive, onOpen, onNearEnd, keyOf, render, className, listRef }: {
  label: string;
  items: readonly T[];
  /** Height of every row in pixels. */
  rowPx: number;
  /** Position of the active row, -1 for none. */
  active: number;
  onActive: (index: number) => void;
  onOpen: (item: T, index: number) => void;
  /** Called when the last rows come into sight. */
  onNearEnd?: (() => void) | undefined;
  keyOf: (item: T) => string;
  render: (item: T, state: { active: boolean; index: number }) => ReactNode;
  className?: string;
  /** The element that takes the focus. */
  listRef?: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const box = listRef ?? own;
  // eslint-disable-next-line react-hooks/incompatible-library -- it is written for this use
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    getItemKey: (index) => keyOf(items[index] as T),
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? -1;

  useEffect(() => rows.measure(), [rows, rowPx]);
  useEffect(() => {
    if (active >= 0 && active < items.length) rows.scrollToIndex(active);
  }, [active, items.length, rows]);
  useEffect(() => {
    if (last >= 0 && last >= items.length - 8) onNearEnd?.();
  }, [last, items.length, onNearEnd]);

  function onKey(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx) - 1);
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      onActive(Math.min(items.length - 1, Math.max(0, target)));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      const item = items[active];
      if (item !== undefined) onOpen(item, active);
    }
  }

  return (
    <div
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      aria-label={label}
      className={cx(styles.list, className)}
      onKeyDown={onKey}
      ref={box}
      role="listbox"
      tabIndex={0}
    >
      <div className={styles.inner} role="presentation" style={{ height: `${rows.getTotalSize()}px` }}>
        {drawn.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list takes the keys
            <div
              aria-posinset={index + 1}
              aria-selected={index === active}
              aria-setsize={items.length}
              className={styles.row}
              id={`${id}-${index}`}
              key={key}
              onClick={() => {
                onActive(index);
                onOpen(item, index);
              }}
              role="option"
              style={{ height: `${rowPx}px`, transform: `translateY(${start}px)` }}
            >
              {render(item, { active: index === active, index })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
