import type { Locator, Page } from "@playwright/test";

import { expect } from "./desk.ts";
import { type Paper, png, PRINT } from "./papers.ts";

let pages = 0;
/** A page of print as a scanner brings it; no two are the same, for the same content is one file. */
export function scan(name: string): Paper {
  pages += 1;
  return png(name, 1000, 1400 + pages, PRINT);
}

/** The tile of a file in the strip. */
export function tile(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "文件", exact: true }).locator("[data-tile]", { hasText: name });
}

/** Waits until a file is filed and its mark says where it is. */
export async function filed(page: Page, name: string): Promise<void> {
  await expect(tile(page, name)).toContainText(/待上传|上传中|平台已有/);
}

/** Dark pixels of a drawn canvas: ink. */
export function inkOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const { data } = drawn.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height) ?? { data: [] };
    return Array.from(data).filter((value, index) => index % 4 === 0 && value < 60).length;
  });
}
