/** Lengths of the parts: implementing body, level, then place, type, sector, item and sub-item. */
const PARTS = [18, 1, 2, 2, 2, 3, 3];
const STANDARD = 31;
/** A business item has two more characters. */
const WITH_BUSINESS_ITEM = 33;

/**
 * A matter's code in groups that can be read aloud. A code that does not follow the standard is
 * opaque and stays in one piece.
 */
export function codeGroups(code: string): string[] {
  const standard = /^[0-9A-Z]+$/.test(code);
  if (!standard || ![STANDARD, WITH_BUSINESS_ITEM].includes(code.length)) return [code];
  const lengths = code.length === WITH_BUSINESS_ITEM ? [...PARTS, 2] : PARTS;
  let from = 0;
  return lengths.map((length) => code.slice(from, (from += length)));
}
