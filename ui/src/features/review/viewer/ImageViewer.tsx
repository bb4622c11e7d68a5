import { useCallback, useState } from "react";

import { useWords } from "@/i18n";
import { Notice, Waiting } from "@/ui";

import { type Content, showIn } from "./content";
import { Stage } from "./Stage";
import type { Size } from "./view";
import styles from "./viewer.module.css";

/** A picture under the glass. */
export function ImageViewer({ content, name }: { content: Content; name: string }) {
  const w = useWords();
  const words = w.review.viewer;
  const [found, setFound] = useState<{ of: Content; size: Size | null } | null>(null);
  const show = useCallback((image: HTMLImageElement | null) => showIn(image, content), [content]);
  if (found?.of !== content) {
    return (
      <>
        <Waiting label={words.reading} />
        <img
          alt=""
          className="visually-hidden"
          onError={() => setFound({ of: content, size: null })}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setFound({ of: content, size: { width, height } })
          }
          ref={show}
        />
      </>
    );
  }
  if (!found.size) return <Notice tone="red">{words.failed}</Notice>;
  return (
    <Stage label={words.stage(name)} page={found.size}>
      {() => <img alt={name} className={styles.picture} draggable={false} ref={show} />}
    </Stage>
  );
}
