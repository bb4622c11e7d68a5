/** Digits of each group, by the length of the number. */
const GROUPS: Record<number, readonly number[]> = {
  11: [3, 4, 4],
  15: [6, 6, 3],
  18: [6, 4, 4, 4],
};

/** A number in groups, so that it can be read out and compared: `138 0013 8000`. */
export function grouped(number: string): string {
  const groups = GROUPS[number.length];
  if (!groups) return number;
  let from = 0;
  return groups
    .map((size) => {
      from += size;
      return number.slice(from - size, from);
    })
    .join(" ");
}
