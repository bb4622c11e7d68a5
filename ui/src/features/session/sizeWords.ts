const KILO = 1024;

/** A number of bytes as one reads it: `860 KB`, `12.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < KILO * KILO) return `${Math.ceil(bytes / KILO)} KB`;
  return `${(bytes / (KILO * KILO)).toFixed(1)} MB`;
}
