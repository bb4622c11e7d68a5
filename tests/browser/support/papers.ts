import { deflateSync } from "node:zlib";

/** A file as a browser takes it from a file dialog. */
export interface Paper {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * A PDF of A4 pages, each with one line of text, written by hand so that no file is needed.
 * `catalog` adds to what the document itself says, e.g. a script.
 */
export function pdf(name: string, lines: readonly string[], catalog = ""): Paper {
  const objects: string[] = [];
  const kids = lines.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  objects.push(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  lines.forEach((line, index) => {
    const content = `BT /F1 36 Tf 72 700 Td (${line}) Tj ET 72 72 200 300 re f`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R ` +
        "/Resources << /Font << /F1 3 0 R >> >> >>",
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(text, "latin1") };
}

/** What a PDF does when it is opened, if a reader lets it. */
export const SCRIPT = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** How light a pixel of a picture is, 0 to 255. */
export type Shade = (x: number, y: number) => number;

/** Lines of print on white paper, sharp as from a scanner. */
export const PRINT: Shade = (x, y) => (y % 24 < 8 && (x >> 3) % 3 !== 0 ? 30 : 245);
/** The same print, taken without light. */
export const DARK: Shade = (x, y) => PRINT(x, y) / 6;
/** Light and shadow without an edge, as when a telephone was moved. */
export const BLURRED: Shade = (x, y) => 130 + 100 * Math.sin(x / 90) * Math.sin(y / 90);

/** A PNG: in one colour, or as `shade` says. */
export function png(name: string, width: number, height: number, shade: Shade = () => 0xb0): Paper {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.fill(shade(x, y), y * (width * 3 + 1) + 1 + x * 3, y * (width * 3 + 1) + 4 + x * 3);
  }
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { name, mimeType: "image/png", buffer };
}
