import { pictureOf } from "./pictures";
import styles from "./print.module.css";

/** Takes away what is laid out for the printer. */
let clear: (() => void) | null = null;

/** So that the next person at this window finds nothing. */
function clearPrinted(): void {
  clear?.();
}

/**
 * Prints pages, each on a sheet of its own: they are laid out beside everything else, where only a
 * printer sees them, and the system's dialog opens once every page is drawn. Rejects when a page
 * cannot be read; then nothing was printed.
 */
export async function printPages(pages: readonly string[]): Promise<void> {
  clearPrinted();
  const addresses = pages.map((page) => URL.createObjectURL(pictureOf(page)));
  const sheets = layOut(addresses);
  const quit = new AbortController();
  clear = () => {
    quit.abort();
    sheets.remove();
    addresses.forEach((address) => URL.revokeObjectURL(address));
    clear = null;
  };
  try {
    await Promise.all([...sheets.children].map((sheet) => (sheet as HTMLImageElement).decode()));
  } catch (thrown) {
    clearPrinted();
    throw thrown;
  }
  document.body.append(sheets);
  clearOnceOver(quit.signal);
  window.print();
}

function layOut(addresses: readonly string[]): HTMLElement {
  const sheets = document.createElement("div");
  sheets.className = styles.sheets ?? "";
  for (const address of addresses) {
    const sheet = document.createElement("img");
    sheet.className = styles.sheet ?? "";
    sheet.alt = "";
    // Nothing is drawn later: the printer does not wait.
    sheet.decoding = "sync";
    sheet.src = address;
    sheets.append(sheet);
  }
  return sheets;
}

/**
 * The pages stay until the printer has them. WebKitGTK returns from `print` before it draws, and
 * tells of no end when the dialog was cancelled: then the next key or click shows that it is over.
 */
function clearOnceOver(signal: AbortSignal): void {
  let isDrawing = false;
  window.addEventListener("beforeprint", () => (isDrawing = true), { signal });
  window.addEventListener("afterprint", clearPrinted, { signal });
  const touched = () => {
    if (!isDrawing) clearPrinted();
  };
  window.addEventListener("keydown", touched, { signal, capture: true });
  window.addEventListener("pointerdown", touched, { signal, capture: true });
}
