/** A paste as far as the rule looks at it; kept small so that it can be tested. */
export interface Pasted {
  /** Files on the clipboard. */
  files: number;
  /** There is text on the clipboard too. */
  hasText: boolean;
  /** The focus is in a field where text is typed. */
  typing: boolean;
  /** A dialog or menu is open. */
  covered: boolean;
}

/** Whether a paste brings files. In a text field, text comes first: programs put both there. */
export function bringsFiles({ files, hasText, typing, covered }: Pasted): boolean {
  if (files === 0 || covered) return false;
  return !(typing && hasText);
}
