import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";

import { cx } from "./cx";
import styles from "./SplitPane.module.css";

interface Limits {
  /** In rem. */
  min: number;
  /** In rem. */
  max: number;
}

function remPx(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function within(width: number, { min, max }: Limits): number {
  return Math.round(Math.min(max, Math.max(min, width)) * 4) / 4;
}

/** Two panes with a divider that can be dragged, or moved with the arrow keys. */
export function SplitPane({ pane, side, width, limits, onWidth, label, children, className }: {
  /** The pane whose width is kept. */
  pane: ReactNode;
  /** Where it stands. */
  side: "left" | "right";
  /** Its width in rem. */
  width: number;
  limits: Limits;
  /** Called once the divider is let go, to remember the width. */
  onWidth: (width: number) => void;
  /** Name of the divider. */
  label: string;
  children: ReactNode;
  className?: string;
}) {
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = within(dragged ?? width, limits);
  const kept = (
    <div className={styles.pane} style={{ width: `${shown}rem` }}>
      {pane}
    </div>
  );
  const divider = (
    <Divider
      label={label}
      limits={limits}
      onEnd={() => {
        if (dragged !== null) onWidth(shown);
        setDragged(null);
      }}
      onStep={(step) => onWidth(within(shown + step, limits))}
      onWidth={setDragged}
      side={side}
      width={shown}
    />
  );
  return (
    <div className={cx(styles.split, className)}>
      {side === "left" && kept}
      {side === "left" && divider}
      <div className={styles.main}>{children}</div>
      {side === "right" && divider}
      {side === "right" && kept}
    </div>
  );
}

function Divider({ label, limits, side, width, onWidth, onStep, onEnd }: {
  label: string;
  limits: Limits;
  side: "left" | "right";
  width: number;
  onWidth: (width: number) => void;
  onStep: (step: number) => void;
  onEnd: () => void;
}) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const sign = side === "left" ? 1 : -1;

  function move(event: PointerEvent) {
    if (!start.current) return;
    onWidth(start.current.width + (sign * (event.clientX - start.current.x)) / remPx());
  }

  function step(event: KeyboardEvent) {
    const toRight = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (toRight === undefined) return;
    event.preventDefault();
    onStep(sign * toRight);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a control
    <div
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemax={limits.max}
      aria-valuemin={limits.min}
      aria-valuenow={width}
      className={styles.divider}
      onKeyDown={step}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null;
        onEnd();
      }}
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a focusable separator is a control
      tabIndex={0}
    />
  );
}
