import type { FileView } from "@/generated/types";

/** Where a file is, as it is said on its mark. */
export type Where =
  | "held"
  | "paused"
  | "local"
  | "uploading"
  | "uploaded"
  | "remote"
  | "downloading"
  | "to_come"
  | "trouble";

/** Where a file is. `undefined`: nothing is known of it here, so it is still to come. */
export function whereOf(view: FileView | undefined): Where {
  if (!view) return "to_come";
  if (view.held !== null) return "held";
  const { place, fault } = view;
  if (fault === "missing" || fault === "damaged" || fault === "too_large") return "trouble";
  if (place === "uploaded") return "uploaded";
  if (place === "remote" || place === "downloading") {
    if (fault === "file_to_come" || (place === "remote" && !view.at_platform)) return "to_come";
  }
  return view.paused ? "paused" : place;
}

/** Percent that is across for good. All of it only once it is. */
export function percentAcross({ durable, bytes }: Pick<FileView, "durable" | "bytes">): number {
  return bytes === 0 ? 0 : Math.min(99, Math.floor((durable / bytes) * 100));
}

/** Whether its content can be read here now. */
export function isHere(view: FileView): boolean {
  if (view.fault === "missing" || view.fault === "damaged") return false;
  return view.place === "local" || view.place === "uploading" || view.place === "uploaded";
}

/** The word for a kind of file that is not shown here; `other`: none. */
export type OtherKind = "ofd" | "word" | "sheet" | "slides" | "tiff" | "heic" | "zip" | "text" | "film" | "other";

const KINDS: Record<string, OtherKind> = {
  "application/ofd": "ofd",
  "application/msword": "word",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
  "application/vnd.ms-excel": "sheet",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
  "application/vnd.ms-powerpoint": "slides",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "slides",
  "image/tiff": "tiff",
  "image/heic": "heic",
  "application/zip": "zip",
  "text/plain": "text",
  "video/mp4": "film",
};

/** What kind of file a media type is, for those that the viewer does not show. */
export function otherKindOf(media: string): OtherKind {
  return KINDS[media.toLowerCase()] ?? "other";
}
