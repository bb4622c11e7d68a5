/** China keeps UTC+8 all year. */
const CHINA_MS = 8 * 3_600_000;
/** A name stays readable in a list. */
const MAX_STEM = 60;

/** A point in time as a part of a file's name, e.g. `2026-11-22 10.32.05`. */
function stamp(at: number): string {
  const day = new Date(at + CHINA_MS).toISOString();
  return `${day.slice(0, 10)} ${day.slice(11, 19).replaceAll(":", ".")}`;
}

/** A name for a picture that has none: the material and the time it was taken. */
export function pictureName(material: string, at: number, extension: string): string {
  const stem = material.replaceAll(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, MAX_STEM);
  return `${stem} ${stamp(at)}.${extension}`;
}

/** What a browser calls every picture that is pasted. */
const NAMELESS = /^(?:image|图像|图片|unknown|blob)\.(png|jpe?g|webp|gif|bmp)$/i;

/** A pasted file under a name that says something. */
export function named(file: File, material: string, at: number): File {
  const extension = NAMELESS.exec(file.name)?.[1];
  if (extension === undefined && file.name !== "") return file;
  const name = pictureName(material, at, (extension ?? "png").toLowerCase());
  return new File([file], name, { type: file.type, lastModified: at });
}
