import type { Face } from "@/generated/types";

import type { Box } from "./lay";
import styles from "./sheet.module.css";

const HAIR: Record<Face["hair"], string> = {
  short: "M20 44c-2-24 12-32 26-32s28 8 26 32c-3-10-8-15-12-17-10 4-22 4-30 0-4 3-8 8-10 17Z",
  long: "M17 84c-4-30-3-52 4-60 6-9 16-12 25-12s19 3 25 12c7 8 8 30 4 60-4 2-9 2-12 0 3-20 3-36-3-44-9 3-20 2-27-3-6 8-8 26-4 47-3 2-8 2-12 0Z",
  thin: "M21 42c-2-10 0-17 5-21-1 6-2 12-1 18ZM71 42c2-10 0-17-5-21 1 6 2 12 1 18Z",
};

/** A drawn face, on a card or at the counter, for comparing one with the other. */
export function Portrait({ face, box, framed }: { face: Face; box: Box; framed?: boolean }) {
  const brow = face.thick_brows ? 4 : 1.8;
  return (
    <svg aria-hidden height={box.height} viewBox="0 0 92 116" width={box.width} x={box.x} y={box.y}>
      {framed && <rect className={styles.photo} height="116" width="92" />}
      <path className={styles.coat} d="M10 116c2-22 16-30 36-30s34 8 36 30Z" />
      <path className={styles.skin} d="M36 78h20v12c-6 6-14 6-20 0Z" />
      <ellipse className={styles.skin} cx="46" cy="52" rx="24" ry="30" />
      <path className={face.grey ? styles.grey : styles.hair} d={HAIR[face.hair]} />
      <g className={styles.features}>
        <path d="M30 46c3-2 8-2 10 0M52 46c3-2 8-2 10 0" strokeWidth={brow} />
        <circle cx="36" cy="53" r="1.8" />
        <circle cx="56" cy="53" r="1.8" />
        <path d="M46 55v9h-3M39 71c4 3 10 3 14 0" strokeWidth="1.6" />
      </g>
      {face.mole && <circle className={styles.mole} cx="61" cy="65" r="2.2" />}
    </svg>
  );
}
