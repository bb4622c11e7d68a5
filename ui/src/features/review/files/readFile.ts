import { call } from "@/api";
import type { FileRef } from "@/generated/types";

import type { Content, ReadFile } from "../viewer/content";
import { fromBase64 } from "./base64";

/** Bytes asked for at a time; the host gives no more. */
const PIECE = 1024 * 1024;

/** Reads a file of a ticket out of the protected store, piece by piece. */
export function readerOf(ticket: string): ReadFile {
  return async ({ sha256, media }: FileRef, signal, onShare): Promise<Content> => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let read = 0;
    let total = 0;
    do {
      const answer = await call("file_read", { ticket, sha256, offset: read, length: PIECE });
      signal.throwIfAborted();
      const piece = fromBase64(answer.data);
      if (piece.length === 0 && read < answer.total) throw new Error("the file ended early");
      pieces.push(piece);
      read += piece.length;
      total = answer.total;
      onShare?.(total === 0 ? 1 : read / total);
    } while (read < total);
    return new Blob(pieces, { type: media });
  };
}
