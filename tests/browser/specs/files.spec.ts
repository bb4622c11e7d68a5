import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";

import { type Desk, expect, PASSWORD, test } from "../support/desk.ts";
import { filed, inkOf, scan, tile } from "../support/files.ts";
import { BLURRED, pdf, png, SCRIPT } from "../support/papers.ts";
import { choose, layTable, standing } from "../support/review.ts";

/** 困难残疾人生活补贴和重度残疾人护理补贴发放: its first material is a standard form. */
const SUBSIDY = "13441322900101974F4000561001000";

const FOLDER = mkdtempSync(join(tmpdir(), "bangban-files-"));
test.afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** A file of so many bytes that takes no room on the disk. */
function large(name: string, bytes: number): string {
  const path = join(FOLDER, name);
  writeFileSync(path, "%PDF-1.7\n");
  truncateSync(path, bytes);
  return path;
}

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
    const picture = page.getByRole("img", { name: /^模糊/ });
    await expect(picture).toBeInViewport({ ratio: 0.2 });
    const drawn = await picture.boundingBox();
    expect(drawn?.width, "large enough to be judged").toBeGreaterThan(300);
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
