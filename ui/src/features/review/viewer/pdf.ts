import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

import type { Content } from "./content";

/** Larger pictures inside a PDF are left out: they would take the memory of the whole desk. */
const MAX_IMAGE_PIXELS = 64 * 1024 * 1024;
/** Where the build puts what PDF files may refer to without bringing it: see vite.config.ts. */
const SUPPLIES = "pdfjs";

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

function supply(folder: string): string {
  return new URL(`${SUPPLIES}/${folder}/`, document.baseURI).href;
}

async function bytesOf(content: Content, signal: AbortSignal): Promise<ArrayBuffer> {
  if (typeof content !== "string") return content.arrayBuffer();
  const answer = await fetch(content, { signal });
  if (!answer.ok) throw new Error(`the file answered ${answer.status}`);
  return answer.arrayBuffer();
}

/**
 * Opens a PDF in a worker. Nothing in it is run: no scripts, no forms, no links. WebAssembly
 * stays off, because the content security policy forbids it; the same decoders exist as scripts.
 */
export async function openPdf(
  content: Content,
  signal: AbortSignal,
): Promise<{ task: PDFDocumentLoadingTask; document: PDFDocumentProxy }> {
  const data = await bytesOf(content, signal);
  const task = pdfjs.getDocument({
    data: new Uint8Array(data),
    cMapUrl: supply("cmaps"),
    standardFontDataUrl: supply("standard_fonts"),
    iccUrl: supply("iccs"),
    wasmUrl: supply("wasm"),
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  return { task, document: await task.promise };
}

/** Whether it failed because the file has a password. */
export function wantsPassword(thrown: unknown): boolean {
  return thrown instanceof pdfjs.PasswordException;
}
