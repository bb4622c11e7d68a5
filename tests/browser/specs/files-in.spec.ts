import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { expect, test } from "../support/desk.ts";
import { filed, inkOf, scan, tile } from "../support/files.ts";
import { BLURRED, DARK, type Paper, pdf, png, PRINT } from "../support/papers.ts";
import { choose, layTable, standing } from "../support/review.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "bangban-files-"));
test.afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    // A camera that always shows the same moving picture.
    const args = [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream"];
    await use({ ...launchOptions, args });
  },
});

/** Puts files into a data transfer of the page, as the system does for drag and paste. */
async function transferOf(page: Page, papers: readonly Paper[]) {
  const files = papers.map(({ name, mimeType, buffer }) => ({ name, mimeType, data: buffer.toString("base64") }));
  return page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, data } of list) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, files);
}

/** Pastes into whatever has the focus. */
async function paste(page: Page, papers: readonly Paper[], text: string): Promise<void> {
  const transfer = await transferOf(page, papers);
  await page.evaluate(
    ([clipboardData, plain]) => {
      if (plain !== "") clipboardData.setData("text/plain", plain);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [transfer, text] as const,
  );
}

test("files from the file dialog are filed, sent, and really drawn under the glass", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "温秀兰");
  await expect(page.getByText("把文件拖到这里，或按 Ctrl+V 粘贴。")).toBeVisible();
  await choose(desk, [scan("户口簿.png"), pdf("申请表.pdf", ["Page one", "Page two"])]);
  await filed(page, "户口簿.png");
  await filed(page, "申请表.pdf");
  expect(await standing(desk, table)).toEqual(["户口簿.png", "申请表.pdf"]);

  const canvas = page.getByRole("group", { name: /^申请表\.pdf/ }).locator("canvas");
  await expect(canvas, "the newest file is the one to look at").toHaveAttribute("data-drawn", "1");
  expect(await inkOf(canvas)).toBeGreaterThan(100);
  await tile(page, "户口簿.png").click();
  const picture = page.getByRole("group", { name: /^户口簿\.png/ }).getByRole("img");
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1000);

  await expect(tile(page, "户口簿.png").locator("img"), "a thumbnail of the page itself").toBeVisible();
  await expect(tile(page, "户口簿.png")).toContainText("平台已有", { timeout: 30_000 });
  const line = page.getByRole("list", { name: "材料清单" }).getByRole("listitem").first();
  await expect(line).toContainText("文件 2");
});

test("files are dragged onto the page, several at once, and the page says where they go", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "黎桂芳");
  const middle = page.getByText("把文件拖到这里，或按 Ctrl+V 粘贴。");
  // The host refuses the second one.
  desk.complaints.expect(/422.*file_finish/);
  const front = scan("正面.png");
  const dataTransfer = await transferOf(page, [front, { ...front, name: "反面.png" }]);
  await middle.dispatchEvent("dragenter", { dataTransfer });
  await expect(page.getByText(`松开鼠标，放进“${table.materials[0]?.name}”`)).toBeVisible();
  await middle.dispatchEvent("drop", { dataTransfer });
  await expect(page.getByText(/^松开鼠标/)).toBeHidden();
  await filed(page, "正面.png");
  await expect(page.getByText("文件 1").first(), "the same content is one file").toBeVisible();
  await tile(page, "反面.png").click();
  await expect(page.getByText(/这个文件已经在了/)).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();
  await expect(tile(page, "反面.png")).toHaveCount(0);
});

test("a picture is pasted, but text that is pasted into a field stays text", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "陈伯强");
  await paste(page, [scan("image.png")], "");
  const [material] = table.materials;
  await filed(page, material?.name ?? "");
  const names = await standing(desk, table);
  expect(names[0], "a nameless picture is called after its material").toMatch(
    new RegExp(`^${material?.name.slice(0, 6)}.*\\d{4}-\\d\\d-\\d\\d .*\\.png$`),
  );
  await page.keyboard.press("2");
  await expect(page.getByRole("textbox", { name: "问题" })).toBeFocused();
  await paste(page, [png("image.png", 1000, 1200, PRINT)], "签名栏空白");
  await page.keyboard.press("Escape");
  await paste(page, [png("第二张.png", 1000, 1300, PRINT)], "");
  await filed(page, "第二张.png");
  expect(await standing(desk, table), "the paste into the field brought no file").toHaveLength(2);
});

test("hard to read pictures are shown with what to do, and the person decides", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "邓丽珍");
  for (const [paper, said] of [
    [png("太小.png", 600, 400, PRINT), "像素太少"],
    [png("模糊.png", 1000, 1400, BLURRED), "没有对准焦"],
    [png("太暗.png", 1000, 1400, DARK), "光线不足"],
    [png("空白.png", 1000, 1400, () => 250), "太亮或没有内容"],
  ] as const) {
    await choose(desk, paper);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByRole("img", { name: paper.name }), "the picture itself").toBeVisible();
    expect(await standing(desk, table), "nothing is filed before the person decides").toEqual([]);
    await page.getByRole("button", { name: "不用这张" }).click();
    await expect(page.getByText(said)).toBeHidden();
  }
  await choose(desk, png("模糊.png", 1000, 1400, BLURRED));
  await page.getByRole("button", { name: "仍然使用" }).click();
  await filed(page, "模糊.png");
  expect(await standing(desk, table)).toEqual(["模糊.png"]);

  await choose(desk, png("太暗.png", 1000, 1400, DARK));
  const again = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "重新拍或选" }).click();
  await (await again).setFiles(scan("重拍.png"));
  await filed(page, "重拍.png");
  expect(await standing(desk, table)).toEqual(["模糊.png", "重拍.png"]);
});

test("the camera takes page after page, and its light goes out afterwards", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "周文斌");
  await page.context().clearPermissions();
  await page.getByRole("button", { name: "拍照" }).click();
  const dialog = page.getByRole("dialog", { name: /^拍照/ });
  await expect(dialog.getByText("摄像头没有开放给工作台")).toBeVisible();
  await page.context().grantPermissions(["camera"]);
  await dialog.getByRole("button", { name: "再试一次" }).click();
  const live = dialog.getByLabel("摄像头画面");
  await expect
    .poll(() => live.evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await dialog.getByRole("button", { name: "拍照" }).click();
  await expect(dialog.getByRole("img", { name: "拍下的照片" })).toBeVisible();
  await dialog.getByRole("button", { name: "重拍" }).click();
  await dialog.getByRole("button", { name: "拍照" }).click();
  await dialog.getByRole("button", { name: "使用" }).click();
  const anyway = dialog.getByRole("button", { name: "仍然使用" });
  const done = dialog.getByText(/^已收入 1 张/);
  await expect(anyway.or(done)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(done).toBeVisible();
  const stream = await live.evaluateHandle((video: HTMLVideoElement) => video.srcObject as MediaStream);
  await dialog.getByRole("button", { name: "完成" }).click();
  await expect(dialog).toBeHidden();
  expect(await stream.evaluate((on) => on.getTracks().map(({ readyState }) => readyState))).toEqual(["ended"]);
  const [name] = await standing(desk, table);
  expect(name).toMatch(/\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.jpg$/);
});

test("what the scanner writes is taken in with one press and leaves the folder", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "何满仓");
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: /^扫描文件夹/ });
  await expect(dialog.getByText("还没有选定扫描文件夹")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "去设置里选" })).toHaveAttribute("href", /settings/);

  const folder = join(FOLDER, "scans");
  mkdirSync(folder);
  await desk.ask("scan_folder_set", { path: folder, remove_taken: true });
  await page.reload();
  await expect(page.getByRole("button", { name: "扫描文件夹" })).toBeVisible();
  await page.keyboard.press("s");
  await expect(dialog.getByText("扫描文件夹里没有文件")).toBeVisible();
  const write = (paper: Paper, minutesAgo: number) => {
    writeFileSync(join(folder, paper.name), paper.buffer);
    const at = new Date(Date.now() - minutesAgo * 60_000);
    utimesSync(join(folder, paper.name), at, at);
  };
  write(png("SCAN0001.png", 1000, 1200, BLURRED), 9);
  write(scan("SCAN0002.png"), 5);
  const rows = dialog.getByRole("list", { name: "扫描文件夹里的文件" }).getByRole("listitem");
  await expect(rows.first(), "the newest comes first, without asking").toContainText("SCAN0002.png");
  await expect(rows.first().locator("img")).toBeVisible();
  await dialog.getByRole("button", { name: "收入 SCAN0002.png" }).click();
  await expect(dialog.getByText("SCAN0002.png")).toBeHidden();
  expect(readdirSync(folder)).toEqual(["SCAN0001.png"]);

  await dialog.getByRole("button", { name: "收入 SCAN0001.png" }).click();
  await expect(dialog.getByText("没有对准焦")).toBeVisible();
  await dialog.getByRole("button", { name: "仍然使用" }).click();
  await expect(dialog.getByText("扫描文件夹里没有文件")).toBeVisible();
  await page.keyboard.press("Escape");
  await filed(page, "SCAN0002.png");
  expect(await standing(desk, table)).toEqual(["SCAN0002.png", "SCAN0001.png"]);
  await desk.ask("scan_folder_set", { path: null, remove_taken: true });
});

test("files are handed in and looked at without a mouse", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "蒋文英");
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("f");
  await (await choosing).setFiles([scan("第一页.png"), scan("第二页.png")]);
  await filed(page, "第二页.png");
  await tile(page, "第二页.png").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(tile(page, "第一页.png")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "第一页.png" })).toBeVisible();
  expect(await standing(desk, table)).toHaveLength(2);
});
