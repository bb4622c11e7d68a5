const DAY_MS = 86_400_000;

/** A day as people write it, `2027-1-31`, `20270131` or `2027年1月31日`, as `YYYY-MM-DD`; else null. */
export function parseDay(text: string): string | null {
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.trim()) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!found) return null;
  const day = [found[1], found[2]?.padStart(2, "0"), found[3]?.padStart(2, "0")].join("-");
  const at = Date.parse(`${day}T00:00:00Z`);
  // 31 February would become a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}

/** The day `days` after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months later, or the last one of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, ofMonth = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = Date.UTC(year, month - 1 + months, Math.min(ofMonth, last));
  return new Date(at).toISOString().slice(0, 10);
}

/** Whether first day, last day and review lie in their order; empty ones are left out. */
export function inOrder(from: string, expires: string | null, review: string | null): boolean {
  if (expires !== null && expires < from) return false;
  if (review === null) return true;
  return review >= from && (expires === null || review <= expires);
}
