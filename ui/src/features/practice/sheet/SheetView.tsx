import { useId } from "react";

import type { Sheet, Spot } from "@/generated/types";
import { cx } from "@/ui";

import { Items } from "./Items";
import { isAt, lay, WIDTH } from "./lay";
import styles from "./sheet.module.css";

/** A paper as it lies on the table. `marks` are framed in red, once the key may be shown. */
export function SheetView({ sheet, marks = [] }: { sheet: Sheet; marks?: readonly Spot[] }) {
  const blur = useId();
  const { height, items } = lay(sheet);
  const isBlurred = sheet.condition === "blurred";
  const whole = marks.includes("whole");
  return (
    <svg
      aria-label={sheet.title}
      className={cx(styles.sheet, styles[sheet.kind])}
      role="group"
      viewBox={`0 0 ${WIDTH} ${height}`}
    >
      {isBlurred && (
        <filter id={blur}>
          <feGaussianBlur stdDeviation="2.6" />
        </filter>
      )}
      <rect className={styles.paper} height={height} width={WIDTH} />
      {(sheet.kind === "certificate" || sheet.kind === "register") && (
        <rect className={styles.border} height={height - 24} rx="3" width={WIDTH - 24} x="12" y="12" />
      )}
      {sheet.kind === "card" && (
        <rect className={styles.border} height={height - 20} rx="16" width={WIDTH - 20} x="10" y="10" />
      )}
      <g filter={isBlurred ? `url(#${blur})` : undefined}>
        <Items items={items} sheet={sheet} />
      </g>
      {whole && <rect className={styles.mark} height={height - 12} rx="4" width={WIDTH - 12} x="6" y="6" />}
      {items
        .filter((placed) => marks.some((spot) => isAt(spot, placed)))
        .map(({ box }, index) => (
          <rect
            className={styles.mark}
            height={box.height + 6}
            key={index}
            rx="4"
            width={box.width + 8}
            x={box.x - 4}
            y={box.y - 3}
          />
        ))}
    </svg>
  );
}
