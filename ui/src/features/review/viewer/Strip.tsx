import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

import { useWords } from "@/i18n";

import styles from "./viewer.module.css";

/** The strip of files, with the ways in at its end. The arrow keys go along it. */
export function Strip({ current, children, tools }: {
  /** Names the file that is under the glass; it is kept in sight. */
  current: string;
  children: ReactNode;
  tools: ReactNode;
}) {
  const w = useWords();
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const tile = row.current?.querySelector("[aria-pressed=true]");
    tile?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);

  function along(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tiles = [...(row.current?.querySelectorAll<HTMLElement>("[data-tile]") ?? [])];
    const at = tiles.findIndex((tile) => tile === document.activeElement);
    const next = step === undefined || at === -1 ? undefined : tiles[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  return (
    <div className={styles.strip}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it */}
      <div
        aria-label={w.files.strip.title}
        className={styles.rounds}
        onKeyDown={along}
        ref={row}
        role="group"
      >
        {children}
      </div>
      {tools}
    </div>
  );
}
