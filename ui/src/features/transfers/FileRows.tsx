import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";

import type { FilesOnTheWay, Link } from "@/generated/types";
import { useWords } from "@/i18n";
import { useNow, useRowPx } from "@/ui";

import { FileRow } from "./FileRow";
import styles from "./transfers.module.css";
import { doingOf } from "./way";

/**
 * The files as a list that draws only what is in sight. Not a `VirtualList`: a row has a link and
 * a button of its own. Up and Down go to the same one in the next row.
 */
export function FileRows({ way, link }: { way: FilesOnTheWay; link: Link }) {
  const w = useWords();
  const now = useNow(5_000);
  const rowPx = useRowPx();
  const box = useRef<HTMLDivElement>(null);
  const { files } = way;
  // eslint-disable-next-line react-hooks/incompatible-library -- it is written for this use
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    getItemKey: (index) => files[index]?.sha256 ?? index,
  });
  useEffect(() => rows.measure(), [rows, rowPx]);

  function onKey(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (by === undefined || !row || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const part = event.target.closest<HTMLElement>("[data-part]")?.dataset.part ?? "";
    const next = Number(row.getAttribute("data-row")) + by;
    if (next < 0 || next >= files.length) return;
    rows.scrollToIndex(next);
    requestAnimationFrame(() =>
      box.current
        ?.querySelector<HTMLElement>(`[data-row="${next}"] [data-part="${part}"] :is(a, button)`)
        ?.focus({ preventScroll: true }),
    );
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- its links and buttons take the keys
    <div className={styles.scroll} onKeyDown={onKey} ref={box}>
      <ul aria-label={w.transfers.list} className={styles.inner} style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const file = files[index];
          if (!file) return null;
          return (
            <li
              aria-posinset={index + 1}
              aria-setsize={files.length}
              className={styles.row}
              data-row={index}
              key={key}
              style={{ height: `${rowPx}px`, transform: `translateY(${start}px)` }}
            >
              <FileRow doing={doingOf(file, way, link)} file={file} now={now} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
