import { useEffect, useState } from "react";

import type { FileRef } from "@/generated/types";

/** The bytes of a file, or an address that leads to them. */
export type Content = Blob | string;

/**
 * Reads a filed material. The file store fits in here: whoever shows the viewer gives it one.
 * Rejects when the content is not on this machine. `onShare` tells how much is read, 0 to 1.
 */
export type ReadFile = (
  file: FileRef,
  signal: AbortSignal,
  onShare?: (share: number) => void,
) => Promise<Content>;

/** How far reading a file has come. */
export type Reading =
  | { state: "reading"; share: number }
  | { state: "away" }
  | { state: "failed" }
  | { state: "there"; content: Content };

const BEGUN: Reading = { state: "reading", share: 0 };

/**
 * Reads a file while it is on screen, and forgets it afterwards. Without a reader its content is
 * not on this machine. The function returned reads it once more.
 */
export function useContent(file: FileRef, read: ReadFile | undefined): [Reading, () => void] {
  const [answer, setAnswer] = useState<{ sha256: string; reading: Reading } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { sha256 } = file;
  useEffect(() => {
    if (!read) return undefined;
    const stop = new AbortController();
    const tell = (reading: Reading) => {
      if (!stop.signal.aborted) setAnswer({ sha256, reading });
    };
    read(file, stop.signal, (share) => tell({ state: "reading", share })).then(
      (content) => tell({ state: "there", content }),
      () => tell({ state: "failed" }),
    );
    return () => stop.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a file is its content's hash
  }, [sha256, read, attempt]);
  const again = () => {
    setAnswer(null);
    setAttempt((count) => count + 1);
  };
  if (!read) return [{ state: "away" }, again];
  return [answer?.sha256 === sha256 ? answer.reading : BEGUN, again];
}

/** Shows the content in a picture for as long as the picture is there. */
export function showIn(image: HTMLImageElement | null, content: Content): (() => void) | undefined {
  if (!image) return undefined;
  if (typeof content === "string") {
    image.src = content;
    return undefined;
  }
  const address = URL.createObjectURL(content);
  image.src = address;
  return () => URL.revokeObjectURL(address);
}

/** The viewer for a media type; `null`: the system's program opens it. */
export function viewerFor(media: string): "image" | "pdf" | null {
  const type = media.toLowerCase().split(";")[0]?.trim() ?? "";
  if (type === "application/pdf") return "pdf";
  return ["image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"].includes(type)
    ? "image"
    : null;
}
