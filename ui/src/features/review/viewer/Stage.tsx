import { Expand, MoveHorizontal, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";

import { useWords } from "@/i18n";
import { IconButton } from "@/ui";

import styles from "./viewer.module.css";
import { factorOf, LAID, type Move, moved, moveOfKey, placeOf, type Size } from "./view";

/** A page under the glass: zoom, turn, and move by drag, wheel or keys. */
export function Stage({ label, page, tools, onKey, children }: {
  /** Name of what lies here and what the keys do. */
  label: string;
  /** Natural size of the page in pixels. */
  page: Size;
  /** More tools, e.g. to turn pages. */
  tools?: ReactNode;
  /** Keys of the caller come first; returns whether it took the key. */
  onKey?: (key: string) => boolean;
  /** Draws the page for the factor it is shown at. */
  children: (factor: number) => ReactNode;
}) {
  const w = useWords();
  const words = w.review.viewer;
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [view, setView] = useState(LAID);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const factor = factorOf(view, page, size);
  const place = placeOf(view, page, size);
  const run = (move: Move) => setView((now) => moved(now, move, page, size));

  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(element);
    // React listens passively, and a wheel that zooms must not scroll.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const zooms = event.ctrlKey || event.metaKey;
      const move: Move = zooms
        ? { do: event.deltaY < 0 ? "larger" : "smaller" }
        : { do: "pan", x: -event.deltaX, y: -event.deltaY };
      setView((now) => moved(now, move, page, { width: element.clientWidth, height: element.clientHeight }));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      watch.disconnect();
      element.removeEventListener("wheel", wheel);
    };
  }, [page]);

  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = onKey?.(event.key) ? "taken" : moveOfKey(event.key);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (move !== "taken") run(move);
  }

  const turn = `rotate(${view.turn}deg)`;
  return (
    <div className={styles.glass}>
      <div aria-label={words.title} className={styles.tools} role="toolbar">
        {tools}
        <span className={styles.toolGap} />
        <IconButton icon={ZoomOut} label={words.zoomOut} onPress={() => run({ do: "smaller" })} size="small" />
        <span aria-live="polite" className={styles.percent}>
          {words.percent(Math.round(factor * 100))}
        </span>
        <IconButton icon={ZoomIn} label={words.zoomIn} onPress={() => run({ do: "larger" })} size="small" />
        {view.zoom === "width" ? (
          <IconButton icon={Expand} label={words.fit} onPress={() => run({ do: "fit" })} size="small" />
        ) : (
          <IconButton
            icon={MoveHorizontal}
            label={words.fitWidth}
            onPress={() => run({ do: "width" })}
            size="small"
          />
        )}
        <IconButton icon={RotateCw} label={words.rotate} onPress={() => run({ do: "turn" })} size="small" />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the page is moved by hand */}
      <div
        aria-label={label}
        className={styles.stage}
        onKeyDown={key}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (!drag.current) return;
          run({ do: "pan", x: event.clientX - drag.current.x, y: event.clientY - drag.current.y });
          drag.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        ref={stage}
        role="group"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the page is moved by keys
        tabIndex={0}
      >
        <div
          className={styles.page}
          style={{
            width: `${page.width * factor}px`,
            height: `${page.height * factor}px`,
            transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px) ${turn}`,
          }}
        >
          {children(factor)}
        </div>
      </div>
    </div>
  );
}
