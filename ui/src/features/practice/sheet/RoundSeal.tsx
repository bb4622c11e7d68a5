import type { Box } from "./lay";
import styles from "./sheet.module.css";

/** Degrees of the circle that the words take. */
const ARC = 280;
const STAR = "0,-14 3.3,-4.5 13.3,-4.3 5.3,1.7 8.2,11.3 0,5.6 -8.2,11.3 -5.3,1.7 -13.3,-4.3 -3.3,-4.5";

/** A round official seal: the words around, a star in the middle. */
export function RoundSeal({ box, text }: { box: Box; text: string }) {
  const radius = box.width / 2;
  const words = Array.from(text);
  const turn = Math.min(26, ARC / Math.max(1, words.length - 1));
  const begin = (-turn * (words.length - 1)) / 2;
  return (
    <g
      aria-label={text}
      className={styles.seal}
      role="img"
      transform={`translate(${box.x + radius} ${box.y + radius}) rotate(-6)`}
    >
      <circle className={styles.sealRing} r={radius - 2} />
      <polygon points={STAR} transform="scale(.9)" />
      {words.map((word, index) => (
        <text
          fontSize={words.length > 16 ? 9 : 11}
          key={index}
          textAnchor="middle"
          transform={`rotate(${begin + turn * index}) translate(0 ${-radius + 15})`}
        >
          {word}
        </text>
      ))}
    </g>
  );
}
