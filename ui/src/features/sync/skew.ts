/** A clock that is off by less is nobody's concern. */
const SKEW_MS = 2 * 60_000;

/** Whether a device's clock is off by so much that times would mislead. */
export function isSkewed(skewMs: number | null): boolean {
  return skewMs !== null && Math.abs(skewMs) > SKEW_MS;
}
