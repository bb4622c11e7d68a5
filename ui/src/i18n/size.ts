const KILO = 1024;
const MEGA = KILO * KILO;
const GIGA = KILO * MEGA;

/** A number of bytes as one reads it: `860 KB`, `12.4 MB`, `1.2 GB`. */
export function sizeWords(bytes: number): string {
  if (bytes < MEGA) return `${Math.ceil(bytes / KILO)} KB`;
  const [value, unit] = bytes < GIGA ? [bytes / MEGA, "MB"] : [bytes / GIGA, "GB"];
  // A whole number says it as well, and budgets are whole numbers.
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}
