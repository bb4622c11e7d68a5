/** A page as the desk sends it: PNG in Base64. */
export function pictureOf(page: string): Blob {
  const text = atob(page);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return new Blob([bytes], { type: "image/png" });
}

/** Shows a page in a picture for as long as the picture is there. */
export function showPage(image: HTMLImageElement | null, page: string): (() => void) | undefined {
  if (!image) return undefined;
  const address = URL.createObjectURL(pictureOf(page));
  image.src = address;
  return () => URL.revokeObjectURL(address);
}
