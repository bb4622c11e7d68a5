import { ProgressBar } from "react-aria-components";

import styles from "./Progress.module.css";

/** Something is under way. Never alone: a word stands beside it. */
export function Spinner({ size = 1.25 }: {
  /** In rem. */
  size?: number;
}) {
  return (
    <span
      aria-hidden
      className={styles.spinner}
      style={{ width: `${size}rem`, height: `${size}rem` }}
    />
  );
}

/** Fills a pane while its content is fetched. */
export function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.waiting} role="status">
      <Spinner />
      <span className="visually-hidden">{label}</span>
    </div>
  );
}

/** A bar that fills. `detail` says how much and how long in words. */
export function Progress({ label, detail, value }: {
  label: string;
  detail: string;
  /** From 0 to 1. */
  value: number;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <ProgressBar aria-label={label} value={percent} valueLabel={detail}>
      <div className={styles.label}>
        <span>{label}</span>
        <span className="figures soft">{detail}</span>
      </div>
      <div className={styles.track}>
        <div className={styles.fill} style={{ width: `${percent}%` }} />
      </div>
    </ProgressBar>
  );
}
