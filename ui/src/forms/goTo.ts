/**
 * Moves the focus into a text and selects from `from` to `to`. Not at once: the text has to be
 * drawn, and a panel or drawer above it has to close and give back the focus first.
 */
export function goTo(area: HTMLTextAreaElement, from: number, to = from): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      area.setSelectionRange(from, to);
      // A text that has the focus already would not scroll to the place.
      area.blur();
      area.focus();
    }),
  );
}
