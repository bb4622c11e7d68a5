import { useEffect, useState } from "react";

import type { FileRef } from "@/generated/types";

/** The bytes of a file, or an address that leads to them. */
export type Content = Blob | string;

/**
 * Reads a filed material. The file store fits in here: whoever shows the viewer gives it one.
 * Rejects when the content is not on this machine.
 */
export type ReadFile = (file: FileRef, signal: AbortSignal) => Promise<Content>;

/** How far reading a file has come. */
export type Reading =
  | { state: "reading" }
  | { state: "away" }
  | { state: "there"; content: Content };

/** Reads a file while it is on screen. Without a reader its content is not on this machine. */
export function useContent(file: FileRef, read: ReadFile | undefined): Reading {
  const [answer, setAnswer] = useState<{ sha256: string; reading: Reading } | null>(null);
  const { sha256 } = file;
  useEffect(() => {
    if (!read) return undefined;
    const stop = new AbortController();
    const tell = (reading: Reading) => {
      if (!stop.signal.aborted) setAnswer({ sha256, reading });
    };
    read(file, stop.signal).then(
      (content) => tell({ state: "there", content }),
      () => tell({ state: "away" }),
    );
    return () => stop.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a file is its content's hash
  }, [sha256, read]);
  if (!read) return { state: "away" };
  return answer?.sha256 === sha256 ? answer.reading : { state: "reading" };
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
