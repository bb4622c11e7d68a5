import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";
import { type Paper, pdf, png } from "../support/papers.ts";

interface Way {
  pace: { paused: boolean; bytes_per_minute: number | null };
  files: { name: string; bytes: number; durable: number; paused: boolean; place: string }[];
  bytes_left: number;
}

/** 最低生活保障对象认定: its review has a list of materials. */
const MATTER = "1144132290010061344000511001000";
/** Bytes of a piece that is handed in. */
const PIECE = 512 * 1024;

/** Registers a request with an open review; returns the ticket and its first material. */
async function openCase(desk: Desk, name: string): Promise<{ ticket: string; material: string }> {
  const requester = { kind: "natural_person", name, document: "resident_id", agent: null };
  const numbers = { id_number: null, phone: null, credit_code: null };
  const registered = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter",
    nature: "procedure",
    subject: "",
    request: "想申请低保，材料带来了。",
    requester: { ...requester, ...numbers },
    matter: MATTER,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  const ticket = registered.ticket.id;
  const advance = { do: "advance", to: "guidance", note: "转入导办核对材料。" };
  await desk.ask("ticket_act", { ticket, action: advance });
  const view = await desk.ask<{ ticket: { review: { items: { material: string }[] } } }>(
    "review_open",
    { ticket, matter: MATTER, situation: null },
  );
  return { ticket, material: view.ticket.review.items[0]?.material ?? "" };
}

/** Hands a file in, piece by piece, as the page does. */
async function handIn(desk: Desk, of: { ticket: string; material: string }, file: Paper): Promise<void> {
  const { name, buffer } = file;
  const { upload } = await desk.ask<{ upload: string }>("file_begin", { ...of, name, bytes: buffer.length });
  for (let offset = 0; offset < buffer.length; offset += PIECE) {
    const data = buffer.subarray(offset, offset + PIECE).toString("base64");
    await desk.ask("file_piece", { upload, offset, data });
  }
  const { outcome } = await desk.ask<{ outcome: string }>("file_finish", { upload, despite_warnings: true });
  expect(outcome).toBe("filed");
}

/** A picture of about so many bytes: what follows its end is noise that no codec shortens. */
function large(name: string, bytes: number): Paper {
  const paper = png(name, 900, 1200);
  const noise = Buffer.alloc(Math.max(0, bytes - paper.buffer.length));
  // Different for every name, so that none is taken for another's copy.
  let seed = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
  for (let at = 0; at < noise.length; at += 1) {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    noise[at] = seed >>> 24;
  }
  return { ...paper, buffer: Buffer.concat([paper.buffer, noise]) };
}

async function cut(desk: Desk): Promise<void> {
  desk.wire.cut();
  await expect(desk.page.getByRole("link", { name: /^离线/ })).toBeVisible();
}

async function mend(desk: Desk): Promise<void> {
  desk.wire.mend();
  await desk.ask("sync_now");
  await expect(desk.page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
}

/** The files, read anew: what was handed in here did not go through the page. */
async function openFiles(desk: Desk): Promise<void> {
  await desk.go("/files");
  await desk.page.reload();
  await expect(desk.page.getByRole("tab", { name: /^文件传输/ })).toHaveAttribute("aria-selected", "true");
}

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test.beforeEach(async ({ desk }) => {
  await desk.ask("files_pace_set", { paused: false, bytes_per_minute: null });
});

test("files taken in without a network are safe and named, and go up by themselves once it is back", async ({ desk }) => {
  const { page } = desk;
  const of = await openCase(desk, "骆文娟");
  await cut(desk);
  for (const name of ["身份证.png", "户口簿.png"]) await handIn(desk, of, large(name, 300_000));
  await openFiles(desk);
  await expect(page.getByText(/^2 个文件，还有 \d+ KB$/)).toBeVisible();
  await expect(page.getByText("文件都加密存在本机，不会丢")).toBeVisible();
  await expect(row(page, "身份证.png")).toContainText("等网络恢复");
  expect(await findings(page)).toEqual([]);
  await row(page, "户口簿.png").getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { name: "骆文娟", level: 2 })).toBeVisible();

  await desk.go("/sync");
  await page.getByRole("link", { name: "查看文件传输" }).click();
  await mend(desk);
  await expect(page.getByText("没有在传的文件"), "it tells without being asked").toBeVisible({ timeout: 40_000 });
  const files = await desk.ask<{ place: string }[]>("file_list", { ticket: of.ticket });
  expect(files.map(({ place }) => place)).toEqual(["uploaded", "uploaded"]);
});

test("one file is held back by keyboard while the other passes, and goes when it is let go", async ({ desk }) => {
  const { page } = desk;
  const of = await openCase(desk, "谭秋菊");
  await cut(desk);
  for (const name of ["先传.png", "后传.png"]) await handIn(desk, of, large(name, 200_000));
  await openFiles(desk);
  const hold = page.getByRole("button", { name: "暂停 先传.png" });
  await hold.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "暂停 后传.png" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(hold).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(page, "先传.png")).toContainText("已暂停");
  await mend(desk);
  await expect(row(page, "后传.png")).toHaveCount(0, { timeout: 40_000 });
  await expect(row(page, "先传.png")).toContainText("已暂停");
  await page.getByRole("button", { name: "继续传 先传.png" }).press("Enter");
  await expect(page.getByText("没有在传的文件")).toBeVisible({ timeout: 40_000 });
});

test("pausing all outlives the program, and nothing moves until a person goes on", async ({ newDesk }) => {
  test.setTimeout(120_000);
  const desk = await newDesk();
  await desk.signIn("chen.yumei");
  const of = await openCase(desk, "丘月英");
  await openFiles(desk);
  await desk.page.getByRole("button", { name: "全部暂停" }).press("Enter");
  await expect(desk.page.getByText(/^文件传输已暂停。/)).toBeVisible();
  await handIn(desk, of, large("低保申请.png", 200_000));

  const page = await desk.restart();
  await page.getByLabel("密码", { exact: true }).fill("bangban-demo");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
  await openFiles(desk);
  await expect(row(page, "低保申请.png")).toContainText("随全部暂停");
  const { files } = await desk.ask<Way>("files_on_the_way");
  expect(files[0]?.durable, "nothing went up meanwhile").toBe(0);
  await page.getByRole("button", { name: "全部继续" }).press("Enter");
  await expect(page.getByText("没有在传的文件")).toBeVisible({ timeout: 40_000 });
});

test("a budget holds a large file to what a minute may carry, and a larger one lets it through", async ({ desk }) => {
  const { page } = desk;
  const of = await openCase(desk, "巫玉兰");
  await openFiles(desk);
  await page.getByRole("button", { name: /每分钟流量上限/ }).press("Enter");
  await page.getByRole("option", { name: "512 KB" }).press("Enter");
  await expect(page.getByText("流量上限已改为每分钟 512 KB")).toBeVisible();
  await handIn(desk, of, large("房产证.png", 4 * 1024 * 1024));
  await page.reload();
  await expect(page.getByText(/按流量上限至少还需 \d+ 分钟/)).toBeVisible();
  const bar = page.getByRole("progressbar", { name: "正在上传：房产证.png" });
  await expect(bar).toHaveAttribute("aria-valuenow", /^[1-9]\d?$/, { timeout: 40_000 });
  const held = await desk.ask<Way>("files_on_the_way");
  expect(held.files[0]?.durable, "no more than the minute allows").toBeLessThanOrEqual(2 * 512 * 1024);
  expect(held.bytes_left).toBeGreaterThan(2 * 1024 * 1024);

  await page.getByRole("button", { name: /每分钟流量上限/ }).press("Enter");
  await page.getByRole("option", { name: "自定" }).press("Enter");
  const own = page.getByRole("textbox", { name: "每分钟上限（MB）" });
  await expect(own).toBeFocused();
  await own.fill("很多");
  await own.press("Enter");
  await expect(page.getByText("请填 0.1 到 1000")).toBeVisible();
  await own.fill("64");
  await own.press("Enter");
  await expect(page.getByRole("button", { name: /每分钟流量上限/ })).toContainText("64 MB");
  await expect(page.getByText("没有在传的文件")).toBeVisible({ timeout: 40_000 });
});

test("a long list of files draws only what is in sight, and arrow keys walk through all of it", async ({ newDesk }) => {
  test.setTimeout(120_000);
  const desk = await newDesk();
  await desk.signIn("chen.yumei");
  const of = await openCase(desk, "曾繁荣");
  await desk.ask("files_pace_set", { paused: true, bytes_per_minute: null });
  const many = 80;
  for (let count = 1; count <= many; count += 1) {
    await handIn(desk, of, pdf(`第${count}份.pdf`, [`Page ${count}`]));
  }
  await openFiles(desk);
  const { page } = desk;
  await expect(page.getByText(new RegExp(`^${many} 个文件`))).toBeVisible();
  const items = page.getByRole("list", { name: "在传的文件" }).getByRole("listitem");
  await expect(items.first()).toHaveAttribute("aria-setsize", String(many));
  expect(await items.count()).toBeLessThan(40);
  await items.first().getByRole("button").focus();
  for (let place = 2; place <= 31; place += 1) {
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(`[aria-posinset="${place}"]`).getByRole("button")).toBeFocused();
  }
  const { layout, ...rest } = await desk.ask<Record<string, unknown>>("preferences_get");
  await desk.ask("preferences_set", { ...rest, layout, scale: "1.5" });
  await page.reload();
  await expect(items.first()).toBeVisible();
  const wider = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await wider(), "with the largest letters").toBe(false);
  expect(await findings(page)).toEqual([]);
});

test("a scan folder that cannot be read says why, and one that can counts what lies in it", async ({ desk }) => {
  const { page } = desk;
  const folder = mkdtempSync(join(tmpdir(), "bangban-scans-"));
  const file = join(folder, "第一页.png");
  writeFileSync(file, png("第一页.png", 600, 800).buffer);
  // What changed a moment ago may still be being written and is not listed; this one is from before.
  utimesSync(file, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  await desk.go("/settings");
  const path = page.getByRole("textbox", { name: "扫描文件夹" });
  const form = page.locator("form").filter({ has: path });
  const use = form.getByRole("button", { name: "使用", exact: true });
  // The browser itself writes down every refusal.
  desk.complaints.expect(/422 .*scan_folder_set/);
  await path.fill("扫描");
  await path.press("Enter");
  await expect(page.getByText("请写完整的路径")).toBeVisible();
  await path.fill(join(folder, "没有"));
  await path.press("Enter");
  await expect(page.getByText("找不到这个文件夹。")).toBeVisible();
  await expect(path).toHaveAttribute("aria-invalid", "true");
  await path.fill(file);
  await use.press("Enter");
  await expect(page.getByText("这是一个文件，不是文件夹。")).toBeVisible();
  await path.fill(folder);
  await use.press("Enter");
  await expect(page.getByText("文件夹里现在有 1 个文件。")).toBeVisible();
  await expect(path).not.toHaveAttribute("aria-invalid", "true");
  writeFileSync(join(folder, "第二页.png"), png("第二页.png", 601, 800).buffer);
  await expect(page.getByText("文件夹里现在有 2 个文件。"), "a new scan shows by itself").toBeVisible();

  const remove = page.getByRole("checkbox", { name: /取走后从文件夹删除/ });
  await expect(remove, "nothing private is left behind unless someone wants it").toBeChecked();
  await page.getByText("取走后从文件夹删除").click();
  await expect(remove).not.toBeChecked();
  await page.reload();
  await expect(path).toHaveValue(folder);
  await expect(remove).not.toBeChecked();
  await page.getByRole("button", { name: "不再监看" }).press("Enter");
  await expect(page.getByText("还没有设置扫描文件夹。")).toBeVisible();
  await expect(path).toHaveValue("");
  expect(await findings(page)).toEqual([]);
  await desk.ask("scan_folder_set", { path: null, remove_taken: true });
  rmSync(folder, { recursive: true });
});
