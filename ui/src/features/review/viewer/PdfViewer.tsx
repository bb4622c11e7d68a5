import { ChevronLeft, ChevronRight } from "lucide-react";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";

import { useWords } from "@/i18n";
import { IconButton, Notice, Waiting } from "@/ui";

import type { Content } from "./content";
import { openPdf, wantsPassword } from "./pdf";
import { Stage } from "./Stage";
import styles from "./viewer.module.css";

/** CSS pixels of a PDF point at its natural size. */
const PX_PER_POINT = 96 / 72;
/** A canvas larger than this is refused by some browsers. */
const MAX_CANVAS_PIXELS = 16 * 1024 * 1024;

type Opening =
  | { state: "reading" }
  | { state: "failed"; locked: boolean }
  | { state: "open"; document: PDFDocumentProxy };

/** A PDF under the glass, page by page. */
export function PdfViewer({ content, name }: { content: Content; name: string }) {
  const w = useWords();
  const words = w.review.viewer;
  const [opening, setOpening] = useState<{ of: Content; is: Opening } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const tell = (is: Opening) => {
      if (!stop.signal.aborted) setOpening({ of: content, is });
    };
    openPdf(content, stop.signal).then(
      ({ document }) => tell({ state: "open", document }),
      (thrown: unknown) => tell({ state: "failed", locked: wantsPassword(thrown) }),
    );
    return () => stop.abort();
  }, [content]);
  const now = opening?.of === content ? opening.is : { state: "reading" as const };
  if (now.state === "reading") return <Waiting label={words.reading} />;
  if (now.state === "failed") {
    return <Notice tone="red">{now.locked ? words.locked : words.failed}</Notice>;
  }
  return <Pages document={now.document} name={name} />;
}

function Pages({ document, name }: { document: PDFDocumentProxy; name: string }) {
  const w = useWords();
  const words = w.review.viewer;
  const pages = document.numPages;
  const [number, setNumber] = useState(1);
  const [page, setPage] = useState<PDFPageProxy | "broken" | null>(null);
  useEffect(() => {
    let gone = false;
    document.getPage(number).then(
      (found) => !gone && setPage(found),
      () => !gone && setPage("broken"),
    );
    return () => {
      gone = true;
    };
  }, [document, number]);
  if (page === null) return <Waiting label={words.reading} />;
  if (page === "broken") return <Notice tone="red">{words.failed}</Notice>;
  const turn = (by: number) => setNumber((at) => Math.min(pages, Math.max(1, at + by)));
  const tools = (
    <>
      <IconButton
        icon={ChevronLeft}
        isDisabled={number === 1}
        label={words.previousPage}
        onPress={() => turn(-1)}
        size="small"
      />
      <span aria-live="polite" className={styles.percent}>
        {words.page(number, pages)}
      </span>
      <IconButton
        icon={ChevronRight}
        isDisabled={number === pages}
        label={words.nextPage}
        onPress={() => turn(1)}
        size="small"
      />
    </>
  );
  return (
    <PageStage
      label={words.stagePages(name)}
      onKey={(key) => {
        const by = { PageDown: 1, PageUp: -1 }[key];
        if (by !== undefined) turn(by);
        return by !== undefined;
      }}
      page={page}
      tools={tools}
    />
  );
}

function PageStage({ page, label, tools, onKey }: {
  page: PDFPageProxy;
  label: string;
  tools: React.ReactNode;
  onKey: (key: string) => boolean;
}) {
  const { width, height } = page.getViewport({ scale: PX_PER_POINT });
  const [size, setSize] = useState({ width, height });
  if (size.width !== width || size.height !== height) setSize({ width, height });
  return (
    <Stage label={label} onKey={onKey} page={size} tools={tools}>
      {(factor) => <PageCanvas factor={factor} page={page} />}
    </Stage>
  );
}

/** Draws the page as sharp as it is shown. */
function PageCanvas({ page, factor }: { page: PDFPageProxy; factor: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    const natural = page.getViewport({ scale: PX_PER_POINT });
    const sharp = factor * window.devicePixelRatio;
    const most = Math.sqrt(MAX_CANVAS_PIXELS / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: PX_PER_POINT * Math.min(sharp, most) });
    // Drawn aside, so that the page never blinks.
    const aside = document.createElement("canvas");
    aside.width = Math.max(1, Math.floor(viewport.width));
    aside.height = Math.max(1, Math.floor(viewport.height));
    const task = page.render({ canvas: aside, viewport });
    task.promise.then(
      () => {
        target.width = aside.width;
        target.height = aside.height;
        target.getContext("2d")?.drawImage(aside, 0, 0);
        target.dataset.drawn = String(page.pageNumber);
      },
      () => undefined,
    );
    return () => task.cancel();
  }, [page, factor]);
  return <canvas className={styles.picture} ref={canvas} />;
}
