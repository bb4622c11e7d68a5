/** A desk by the number that stands in file names and on papers: the end of its identity. */
export function shortStation(id: string): string {
  return id.replaceAll("-", "").slice(-6).toUpperCase();
}
