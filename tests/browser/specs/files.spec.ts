import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { type Desk, expect, PASSWORD, test } from "../support/desk.ts";
import { BLURRED, DARK, type Paper, pdf, png, PRINT, SCRIPT } from "../support/papers.ts";
import { choose, layTable, standing } from "../support/review.ts";

/** 困难残疾人生活补贴和重度残疾人护理补贴发放: its first material is a standard form. */
const SUBSIDY = "13441322900101974F4000561001000";

let pages = 0;
/** A page of print as a scanner brings it; no two are the same, for the same content is one file. */
function scan(name: string): Paper {
  pages += 1;
  return png(name, 1000, 1400 + pages, PRINT);
}

const FOLDER = mkdtempSync(join(tmpdir(), "bangban-files-"));
test.afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    // A camera that always shows the same moving picture.
    const args = [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream"];
    await use({ ...launchOptions, args });
  },
});

/** A file of so many bytes that takes no room on the disk. */
function large(name: string, bytes: number): string {
  const path = join(FOLDER, name);
  writeFileSync(path, "%PDF-1.7\n");
  truncateSync(path, bytes);
  return path;
}

/** The tile of a file in the strip. */
function tile(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "文件", exact: true }).locator("[data-tile]", { hasText: name });
}

/** Waits until a file is filed and its mark says where it is. */
async function filed(page: Page, name: string): Promise<void> {
  await expect(tile(page, name)).toContainText(/待上传|上传中|平台已有/);
}

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

/** Dark pixels of a drawn canvas: ink. */
function inkOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const { data } = drawn.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height) ?? { data: [] };
    return Array.from(data).filter((value, index) => index % 4 === 0 && value < 60).length;
  });
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

test("a PDF with a script is held apart with its reason and is no material", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "欧阳建国");
  await choose(desk, pdf("带脚本.pdf", ["Page one"], SCRIPT));
  await expect(page.getByText("这个 PDF 带有脚本，打开时可能运行。")).toBeVisible();
  await expect(page.getByText(/不会上传，也不算作材料/)).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();
  expect(await standing(desk, table)).toEqual([]);
  const list = page.getByText("被隔离的文件 1");
  await list.click();
  await expect(page.getByRole("list", { name: "被隔离的文件" })).toContainText("带脚本.pdf");
  await page.getByRole("button", { name: "删除 带脚本.pdf" }).click();
  await expect(list).toBeHidden();

  await choose(desk, { name: "照片.jpg", mimeType: "image/jpeg", buffer: pdf("x", ["a"]).buffer });
  await expect(page.getByText("文件的扩展名和内容对不上。")).toBeVisible();
});

test("a large file shows how far it is, goes on elsewhere, and can be given up", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const table = await layTable(desk, "阿依古丽");
  await choose(desk, large("过大.pdf", 200 * 1024 * 1024 + 1));
  await expect(page.getByText(/超过了 200 MB，没有收入/)).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();

  await choose(desk, large("很大.pdf", 180 * 1024 * 1024));
  await expect(tile(page, "很大.pdf")).toContainText(/正在收入 [1-9]\d?%/);
  await page.keyboard.press("j");
  await expect(tile(page, "很大.pdf")).toHaveCount(0);
  const line = page.getByRole("list", { name: "材料清单" }).getByRole("listitem").first();
  await expect(line).toContainText("正在收入 1");
  await page.getByRole("link", { name: "事项", exact: true }).click();
  const elsewhere = page.getByRole("link", { name: /^正在收入 1 个文件 \d+%$/ });
  const before = Number((await elsewhere.textContent())?.match(/(\d+)%/)?.[1]);
  await expect
    .poll(async () => Number((await elsewhere.textContent())?.match(/(\d+)%/)?.[1]))
    .toBeGreaterThan(before);
  await elsewhere.click();
  await expect(tile(page, "很大.pdf")).toBeVisible();
  await page.getByRole("button", { name: "取消收入", exact: true }).click();
  await expect(tile(page, "很大.pdf")).toHaveCount(0);
  expect(await standing(desk, table)).toEqual([]);
});

test("a file whose way in breaks off says so and is taken in by trying again", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "赖水生");
  desk.complaints.expect(/file_piece/);
  await page.route("**/rpc/file_piece", (route) => route.abort(), { times: 1 });
  await choose(desk, scan("户口簿.png"));
  await expect(page.getByText(/工作台没有响应/)).toBeVisible();
  expect(await standing(desk, table)).toEqual([]);
  await page.getByRole("button", { name: "再试一次" }).click();
  await filed(page, "户口簿.png");
  expect(await standing(desk, table)).toEqual(["户口簿.png"]);
});

test("what one person has not finished is not there for the next one at the window", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.signIn("chen.yumei");
  const table = await layTable(desk, "叶小红");
  await choose(desk, png("模糊.png", 1000, 1500, BLURRED));
  await expect(page.getByText("没有对准焦")).toBeVisible();
  await page.getByRole("button", { name: /^工作人员/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
  await desk.go(`/tickets/${table.ticket}/review`);
  await expect(page.getByText("把文件拖到这里，或按 Ctrl+V 粘贴。")).toBeVisible();
  await expect(page.locator("[data-tile]")).toHaveCount(0);
});

test("a file is taken off with a reason and stays readable", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "玛丽亚");
  await choose(desk, scan("传错.png"));
  await filed(page, "传错.png");
  await page.getByRole("button", { name: "撤下" }).click();
  const dialog = page.getByRole("dialog", { name: "撤下文件" });
  await expect(dialog.getByRole("button", { name: "撤下", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "传错了文件" }).click();
  await dialog.getByRole("button", { name: "撤下", exact: true }).click();
  await expect(page.getByText("已撤下：传错了文件")).toBeVisible();
  expect(await standing(desk, table)).toEqual([]);
  await expect(page.getByRole("img", { name: "传错.png" })).toBeVisible();
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

test("without a network files are filed and say that they wait, and go up once it is back", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "潘国英");
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  await choose(desk, scan("户口簿.png"));
  await expect(tile(page, "户口簿.png")).toContainText("仅在本机·待上传");
  await expect(page.getByRole("img", { name: "户口簿.png" })).toBeVisible();
  expect(await standing(desk, table)).toEqual(["户口簿.png"]);
  desk.wire.mend();
  await desk.ask("sync_now");
  await expect(tile(page, "户口簿.png")).toContainText("平台已有", { timeout: 40_000 });
});

test("a file from another station is fetched when it is asked for, or says that it is still to come", async ({ desk, newDesk }) => {
  test.setTimeout(120_000);
  const table = await layTable(desk, "石永康");
  await desk.ask("files_pace_set", { paused: true, bytes_per_minute: null });
  await choose(desk, scan("户口簿.png"));
  await expect(tile(desk.page, "户口簿.png")).toContainText("仅在本机·待上传");
  const other: Desk = await newDesk();
  await other.signIn("liao.jianping");
  await other.go(`/tickets/${table.ticket}/review`);
  await expect(tile(other.page, "户口簿.png")).toContainText("还没传到平台");

  await desk.ask("files_pace_set", { paused: false, bytes_per_minute: null });
  await expect(tile(desk.page, "户口簿.png")).toContainText("平台已有", { timeout: 40_000 });
  await other.ask("sync_now");
  await other.page.getByRole("button", { name: /取回/ }).click();
  await expect(other.page.getByRole("img", { name: "户口簿.png" })).toBeVisible({ timeout: 40_000 });
  await expect(tile(other.page, "户口簿.png")).toContainText("平台已有");
});

test("everyone can use the files of a material, in large print and in the dark too", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  await layTable(desk, "冯玉珍");
  const findings = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  };
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const preferences = await desk.ask<Record<string, unknown>>("preferences_get");
  for (const [theme, scale] of [["light", "1"], ["dark", "1.5"]] as const) {
    await desk.ask("preferences_set", { ...preferences, theme, scale });
    await page.reload();
    await expect(page.locator("[data-line]").first()).toBeVisible();
    if (scale === "1.5") await page.getByRole("tab", { name: /文件/ }).click();
    await expect(page.getByRole("button", { name: "添加文件" }).first()).toBeVisible();
    expect(await findings(), "before").toEqual([]);
    await choose(desk, [scan("户口簿.png"), png(`模糊 ${theme}.png`, 1000, 1400 + theme.length, BLURRED)]);
    await expect(page.getByText("没有对准焦")).toBeVisible();
    expect(await findings(), "a question").toEqual([]);
    expect(await overflow()).toBe(0);
    await expect(page.getByRole("img", { name: /^模糊/ })).toBeInViewport({ ratio: 0.5 });
    await page.getByRole("button", { name: "不用这张" }).click();
    await expect(tile(page, "户口簿.png").last()).toContainText("平台已有");
    expect(await findings(), "filed").toEqual([]);
    await page.getByRole("button", { name: "撤下" }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await findings(), "taking off").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "扫描文件夹" }).click();
    await expect(page.getByText("还没有选定扫描文件夹")).toBeVisible();
    expect(await findings(), "scan folder").toEqual([]);
    await page.keyboard.press("Escape");
  }
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

test("a form that is filled in together is kept as a file and lies beside the sample", async ({ desk }) => {
  const { page } = desk;
  const table = await layTable(desk, "谢秀英", SUBSIDY);
  await page.getByRole("button", { name: "填写申请表" }).click();
  const dialog = page.getByRole("dialog", { name: "残疾人两项补贴申请审批表" });
  const keep = dialog.getByRole("button", { name: "保存为文件" });
  await expect(keep, "not before it is whole").toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("身份证号").fill("11010519491231002X");
  await dialog.getByLabel("残疾人证号").fill("11010519491231002X42");
  await dialog.getByLabel("联系电话").fill("13800130000");
  await dialog.getByLabel("现住址").fill("博罗县石湾镇铁场村下围小组12号");
  await dialog.getByRole("button", { name: /申请补贴/ }).click();
  await page.getByRole("option", { name: "两项同时申领" }).click();
  await expect(dialog.getByText("必填项都已填写，内容符合要求。")).toBeVisible();
  await keep.click();
  await expect(dialog).toBeHidden();
  const names = await standing(desk, table);
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/\.pdf$/);
  const canvas = page.getByRole("group", { name: /\.pdf，/ }).locator("canvas");
  await expect(canvas).toHaveAttribute("data-drawn", "1");
  expect(await inkOf(canvas)).toBeGreaterThan(100);
  await page.getByRole("button", { name: /对照/ }).click();
  await page.getByRole("option", { name: /样表/ }).click();
  await expect(page.getByRole("cell", { name: "何志远" }), "the sample beside it").toBeVisible();
  await expect(canvas).toBeVisible();
});
