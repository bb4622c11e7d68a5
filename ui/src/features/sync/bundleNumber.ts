/** The running number of a courier bundle as it stands in file names and on papers: `0007`. */
export function bundleNumber(number: number): string {
  return String(number).padStart(4, "0");
}
