import { File } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";

import { useWords } from "@/i18n";
import { EmptyState, Waiting } from "@/ui";

import { type Content, viewerFor } from "./content";
import { ImageViewer } from "./ImageViewer";

/** The PDF reader is large and comes only once a PDF is opened. */
const PdfViewer = lazy(async () => ({ default: (await import("./PdfViewer")).PdfViewer }));

/** Any content by its media type. */
export function ContentViewer({ content, media, name, other }: {
  content: Content;
  media: string;
  name: string;
  /** What stands there for a kind that is not shown here, instead of the usual sentence. */
  other?: ReactNode;
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
      return other ?? <EmptyState icon={File} text={w.review.viewer.otherKind} />;
  }
}
