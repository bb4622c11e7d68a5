import { CloudOff, File } from "lucide-react";
import { lazy, Suspense } from "react";

import type { FiledMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { EmptyState, Notice, Waiting } from "@/ui";

import { type Content, type ReadFile, useContent, viewerFor } from "./content";
import type { Sample } from "./FileViewer";
import { ImageViewer } from "./ImageViewer";
import styles from "./viewer.module.css";

/** The PDF reader is large and comes only once a PDF is opened. */
const PdfViewer = lazy(async () => ({ default: (await import("./PdfViewer")).PdfViewer }));

/** One file under the glass, or why it is not. */
export function FileSheet({ filed, read }: { filed: FiledMaterial; read: ReadFile | undefined }) {
  const w = useWords();
  const words = w.review.viewer;
  const reading = useContent(filed.file, read);
  const { name, media } = filed.file;
  return (
    <div className={styles.sheet}>
      <p className={styles.sheetTitle}>
        {w.review.round(filed.round)} {name}
      </p>
      {filed.removed !== null && (
        <div className={styles.sheetNote}>
          <Notice tone="amber">{words.removed(filed.removed)}</Notice>
        </div>
      )}
      {reading.state === "reading" && <Waiting label={words.reading} />}
      {reading.state === "away" && <EmptyState icon={CloudOff} text={words.contentAway} />}
      {reading.state === "there" && (
        <ContentViewer content={reading.content} media={media} name={name} />
      )}
    </div>
  );
}

/** The sample, to compare with. */
export function SampleSheet({ sample }: { sample: Sample }) {
  const w = useWords();
  return (
    <div className={styles.sheet}>
      <p className={styles.sheetTitle}>{w.review.viewer.sampleOf(sample.name)}</p>
      <ContentViewer content={sample.content} media={sample.media} name={sample.name} />
    </div>
  );
}

/** Any content by its media type. */
export function ContentViewer({ content, media, name }: {
  content: Content;
  media: string;
  name: string;
}) {
  const w = useWords();
  switch (viewerFor(media)) {
    case "image":
      return <ImageViewer content={content} name={name} />;
    case "pdf":
      return (
        <Suspense fallback={<Waiting label={w.review.viewer.reading} />}>
          <PdfViewer content={content} name={name} />
        </Suspense>
      );
    case null:
      return <EmptyState icon={File} text={w.review.viewer.otherKind} />;
  }
}
