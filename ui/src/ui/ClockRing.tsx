import type { ReactNode } from "react";

import styles from "./ClockRing.module.css";

const ROUND = 2 * Math.PI * 6;

/** A clock in words with a small ring: the ring empties, and is filled once time is over. */
export function ClockRing({ urgency, share, children }: {
  urgency: "calm" | "soon" | "over";
  /** Share of the time that is left, 0 to 1. */
  share: number;
  children: ReactNode;
}) {
  const left = Math.min(1, Math.max(0, share));
  return (
    <span className={styles.clock} data-urgency={urgency}>
      <svg aria-hidden className={styles.ring} viewBox="0 0 16 16">
        {urgency === "over" ? (
          <circle className={styles.full} cx="8" cy="8" r="6" />
        ) : (
          <>
            <circle className={styles.track} cx="8" cy="8" r="6" />
            <circle
              className={styles.hand}
              cx="8"
              cy="8"
              r="6"
              strokeDasharray={`${left * ROUND} ${ROUND}`}
            />
          </>
        )}
      </svg>
      {children}
    </span>
  );
}
