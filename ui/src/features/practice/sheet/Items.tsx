import type { Sheet } from "@/generated/types";
import { cx } from "@/ui";

import type { Placed } from "./lay";
import { Portrait } from "./Portrait";
import { RoundSeal } from "./RoundSeal";
import styles from "./sheet.module.css";

/** Where the values of a line begin, from its left. */
const VALUE_X = 140;
const STEP = 20;

/** What stands on a sheet. */
export function Items({ items, sheet }: { items: readonly Placed[]; sheet: Sheet }) {
  return items.map((placed, index) => <Item key={index} placed={placed} sheet={sheet} />);
}

function Item({ placed, sheet }: { placed: Placed; sheet: Sheet }) {
  const { box } = placed;
  const middle = box.x + box.width / 2;
  switch (placed.is) {
    case "title":
      return (
        <text className={styles.title} textAnchor="middle" x={middle} y={box.y + 20}>
          {placed.text}
        </text>
      );
    case "number":
      return (
        <text className={styles.small} textAnchor="middle" x={middle} y={box.y + 14}>
          {placed.text}
        </text>
      );
    case "line":
      return <FormLine isTable={sheet.kind === "form" || sheet.kind === "register"} placed={placed} />;
    case "text":
      return <Rows className={styles.text} from={box.y + 16} step={24} texts={placed.text} x={box.x} />;
    case "signature":
      return (
        <>
          <text className={styles.label} x={box.x} y={box.y + 20}>
            {`${placed.label}：`}
          </text>
          <line className={styles.rule} x1={placed.from} x2={box.x + box.width} y1={box.y + 26} y2={box.y + 26} />
          {placed.name !== null && (
            <text className={styles.signed} x={placed.from + 8} y={box.y + 20}>
              {placed.name}
            </text>
          )}
        </>
      );
    case "date":
      return (
        <text className={styles.text} textAnchor="end" x={box.x + box.width} y={box.y + 17}>
          {placed.text}
        </text>
      );
    case "page":
      return (
        <text className={styles.small} textAnchor="middle" x={middle} y={box.y + 14}>
          {`第 ${placed.number} 页，共 ${placed.of} 页`}
        </text>
      );
    case "face":
      return sheet.face && <Portrait box={box} face={sheet.face} framed />;
    case "seal":
      return placed.text !== null && <RoundSeal box={box} text={placed.text} />;
  }
}

function FormLine({ placed, isTable }: { placed: Placed & { is: "line" }; isTable: boolean }) {
  const { box, label, value, struck, byHand } = placed;
  const first = box.y + 19;
  const shift = struck === null ? 0 : struck.length * 9 + 12;
  return (
    <>
      {isTable && (
        <>
          <rect className={styles.labelCell} height={box.height} width={VALUE_X - 10} x={box.x} y={box.y} />
          <rect className={styles.cell} height={box.height} width={box.width} x={box.x} y={box.y} />
        </>
      )}
      <Rows className={styles.label} from={first} step={STEP} texts={label} x={box.x + 6} />
      {struck !== null && (
        <>
          <text className={styles.byHand} x={box.x + VALUE_X} y={first}>
            {struck}
          </text>
          <line
            className={styles.struck}
            x1={box.x + VALUE_X - 3}
            x2={box.x + VALUE_X + shift - 8}
            y1={first - 6}
            y2={first - 4}
          />
        </>
      )}
      <Rows
        className={cx(styles.value, byHand && styles.byHand)}
        from={first}
        step={STEP}
        texts={value}
        x={box.x + VALUE_X + shift}
      />
    </>
  );
}

/** Lines of text below each other, read as one. */
function Rows({ texts, x, from, step, className }: {
  texts: readonly string[];
  x: number;
  from: number;
  step: number;
  className: string | undefined;
}) {
  return (
    <text className={className}>
      {texts.map((text, index) => (
        <tspan key={index} x={x} y={from + index * step}>
          {text}
        </tspan>
      ))}
    </text>
  );
}
