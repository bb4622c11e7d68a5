import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

interface Paper {
  kind: string;
  reference: string | null;
}

interface Pages {
  pages: string[];
  provisional: boolean;
  content_sha256: string;
}

interface Case {
  ticket: { id: string; number: string | null };
}

/** 最低生活保障对象认定: nine materials, most of them required. */
const MATTER = "1144132290010061344000511001000";
const ONE_TIME: Paper = { kind: "one_time_notice", reference: null };

/** Registers a request of its own; with a matter there is a notice to print from the start. */
async function register(desk: Desk, name: string): Promise<string> {
  const requester = { kind: "natural_person", name, document: "resident_id", agent: null };
  const numbers = { id_number: null, phone: null, credit_code: null };
  const { ticket } = await desk.ask<Case>("ticket_register", {
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
  return ticket.id;
}

/** Opens the review of a new case, its list made. */
async function openReview(desk: Desk, name: string): Promise<string> {
  const ticket = await register(desk, name);
  await desk.ask("ticket_act", { ticket, action: { do: "advance", to: "guidance", note: "核对材料。" } });
  await desk.ask("review_open", { ticket, matter: MATTER, situation: null });
  await desk.go(`/tickets/${ticket}/review`);
  await expect(desk.page.getByText(/^已审 0\/\d+$/)).toBeVisible();
  return ticket;
}

/** The number the platform gives, once it has. */
async function official(desk: Desk, ticket: string): Promise<string> {
  await desk.ask("sync_now");
  let number: string | null = null;
  await expect
    .poll(async () => {
      ({ number } = (await desk.ask<Case>("ticket_get", { ticket })).ticket);
      return number;
    })
    .not.toBeNull();
  return number ?? "";
}

/** Pixels of a picture that bear ink, read from what the browser has decoded. */
function ink(image: Locator): Promise<number> {
  return image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    const canvas = document.createElement("canvas");
    canvas.width = element.naturalWidth;
    canvas.height = element.naturalHeight;
    const context = canvas.getContext("2d");
    context?.drawImage(element, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
    return dark;
  });
}

interface Sheet {
  width: number;
  height: number;
  /** Share of its pixels that are not white. */
  ink: number;
}

/** The sheets of a PDF as they come out of a printer, at 40 dots to the inch. */
function sheetsOf(file: Buffer): { sheets: Sheet[]; text: string } {
  const folder = mkdtempSync(join(tmpdir(), "bangban-sheets-"));
  const path = join(folder, "printed.pdf");
  writeFileSync(path, file);
  execFileSync("pdftoppm", ["-gray", "-r", "40", path, join(folder, "sheet")]);
  const text = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
  const pictures = readdirSync(folder).filter((name) => name.endsWith(".pgm")).sort();
  const sheets = pictures.map((name) => greyPicture(readFileSync(join(folder, name))));
  rmSync(folder, { recursive: true });
  return { sheets, text };
}

/** Reads a PGM with one byte per pixel. */
function greyPicture(bytes: Buffer): Sheet {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  if (!head) throw new Error("not a grey picture");
  const pixels = bytes.subarray(head[0].length);
  const dark = pixels.reduce((sum, pixel) => sum + (pixel < 250 ? 1 : 0), 0);
  return { width: Number(head[1]), height: Number(head[2]), ink: dark / pixels.length };
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "打印" });
const laidOut = (page: Page) => page.locator("body > div > img");

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test("the preview shows the real page, and what cannot be printed yet says why", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "骆桂香");
  await official(desk, ticket);
  await desk.go(`/tickets/${ticket}`);
  await expect(page.getByRole("heading", { name: "骆桂香", level: 2 })).toBeVisible();
  await page.keyboard.press("p");
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("button", { name: /^一次性告知单/ })).toHaveAttribute("aria-current", "true");
  await expect(dialog.getByRole("listitem").filter({ hasText: "收件凭证" })).toContainText("还没有登记收件");
  await expect(dialog.getByRole("listitem").filter({ hasText: "补正告知书" })).toContainText("还没有发过补正告知");

  const sheet = dialog.getByRole("img", { name: /^一次性告知单，第 1 页/ });
  await expect(sheet).toBeVisible();
  expect(await ink(sheet), "there is ink on the page").toBeGreaterThan(3_000);
  await expect(dialog.getByText(/^A4 共 \d+ 页$/)).toBeVisible();
  await expect(dialog.getByText("暂编号", { exact: true })).toHaveCount(0);
  const { content_sha256: sha256 } = await desk.ask<Pages>("paper_preview", { ticket, paper: ONE_TIME });
  await expect(dialog.getByText((sha256.slice(0, 16).match(/.{4}/g) ?? []).join(" "))).toBeVisible();

  const ground = await dialog.getByRole("group", { name: /打印预览/ }).boundingBox();
  const whole = await sheet.boundingBox();
  expect(Number(whole?.height), "the whole page is in sight").toBeLessThanOrEqual(Number(ground?.height));
  await dialog.getByText("实际大小").click();
  const actual = await sheet.boundingBox();
  expect(Math.round(Number(actual?.width)), "210 mm").toBe(794);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("printing puts each page on one sheet, with nothing of the screen, and leaves nothing behind", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "邬志平");
  await official(desk, ticket);
  await desk.go(`/tickets/${ticket}?paper=${ticket}`);
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("img").first()).toBeVisible();
  const { pages } = await desk.ask<Pages>("paper_preview", { ticket, paper: ONE_TIME });
  await page.keyboard.press("Control+p");
  await expect(laidOut(page)).toHaveCount(pages.length);
  await expect(laidOut(page).first(), "only a printer sees it").toBeHidden();
  const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const { sheets, text } = sheetsOf(printed);
  expect(sheets).toHaveLength(pages.length);
  for (const { width, height, ink: share } of sheets) {
    expect(height / width, "A4").toBeCloseTo(297 / 210, 1);
    expect(share, "print on paper").toBeGreaterThan(0.01);
    expect(share, "and no grey ground").toBeLessThan(0.5);
  }
  expect(text.trim(), "nothing of the screen is on paper").toBe("");
  await expect(laidOut(page), "the next person finds nothing").toHaveCount(0);
  await expect(dialog.getByRole("button", { name: /^一次性告知单.*打印或存过/ })).toBeVisible();
});

test("what was just done offers its paper at once: receipt, correction notice, handoff slip", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const ticket = await openReview(desk, "赖水生");
  await page.getByRole("button", { name: "登记收件" }).first().press("Enter");
  const receive = page.getByRole("dialog", { name: "登记收件" });
  await receive.getByRole("button", { name: "按应交份数填" }).press("Enter");
  await receive.getByRole("textbox").first().press("Control+Enter");
  await page.getByRole("button", { name: "打印收件凭证" }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("button", { name: /^收件凭证/ })).toHaveAttribute("aria-current", "true");
  await expect(dialog.getByRole("img", { name: /^收件凭证，第 1 页/ })).toBeVisible();
  await page.keyboard.press("Escape");

  const { ticket: whole } = await desk.ask<{ ticket: { review: { items: { material: string }[] } } }>(
    "ticket_get",
    { ticket },
  );
  for (const { material } of whole.review.items) {
    const verdict = { verdict: "needs_fixing", defect: "复印件看不清", fix: "重新复印。" };
    await desk.ask("ticket_act", { ticket, action: { do: "judge_material", material, verdict } });
  }
  await expect(page.getByText(/^材料都已核对，\d+ 份需要补正。$/)).toBeVisible();
  await page.getByRole("button", { name: "补正告知", exact: true }).press("Enter");
  await page.getByRole("textbox", { name: "告知依据" }).press("Control+Enter");
  await page.getByRole("button", { name: "打印补正告知书" }).click();
  const notice = dialog.getByRole("img", { name: /^补正告知书（第 1 次），第 1 页/ });
  await expect(notice).toBeVisible();
  expect(await ink(notice)).toBeGreaterThan(3_000);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "补正告知记录 1" }).press("Enter");
  await page.getByRole("button", { name: "打印补正告知（第 1 次）" }).press("Enter");
  await expect(notice).toBeVisible();
  await page.keyboard.press("Escape");

  const other = await register(desk, "赖水莲");
  await desk.go(`/tickets/${other}`);
  await expect(page.getByRole("heading", { name: "赖水莲", level: 2 })).toBeVisible();
  await page.getByRole("button", { name: "转交", exact: true }).press("Enter");
  const handOff = page.getByRole("dialog", { name: "转交工单" });
  await handOff.getByRole("button", { name: /接收人/ }).press("Enter");
  await page.getByRole("option", { name: /^林志强/ }).press("Enter");
  await handOff.getByRole("textbox", { name: "交办说明" }).fill("请接着办。");
  await handOff.getByRole("textbox", { name: "交办说明" }).press("Control+Enter");
  await page.getByRole("button", { name: "打印转交单" }).click();
  await expect(dialog.getByRole("img", { name: /^转交单，第 1 页/ })).toBeVisible();
});

test("who has to go elsewhere gets the paper that says where, right after triage", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "赖外婆");
  await desk.go(`/tickets/${ticket}`);
  await expect(page.getByRole("heading", { name: "赖外婆", level: 2 })).toBeVisible();
  await page.getByRole("button", { name: "分诊", exact: true }).click();
  const triage = page.getByRole("dialog", { name: "分诊" });
  await triage.getByText("不属本级范围").click();
  await triage.getByRole("combobox", { name: "主管单位" }).fill("医疗保障");
  await page.getByRole("option", { name: /医疗保障/ }).first().click();
  await triage.getByRole("button", { name: "照上面写一句" }).click();
  await triage.getByRole("button", { name: "告知并闭环" }).click();
  await page.getByRole("button", { name: "打印不属本级受理范围告知单" }).click();
  const sheet = dialogOf(page).getByRole("img", { name: /^不属本级受理范围告知单，第 1 页/ });
  await expect(sheet).toBeVisible();
  expect(await ink(sheet)).toBeGreaterThan(2_000);
});

test("a paper saved as PDF lies where it says, and reads as it was shown", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "凌秀珍");
  const number = await official(desk, ticket);
  await desk.go(`/tickets/${ticket}?paper=${ticket}`);
  await dialogOf(page).getByRole("button", { name: "存为 PDF" }).click();
  const said = page.getByRole("region", { name: "消息" }).getByText(/^已存为 PDF：/);
  await expect(said).toBeVisible();
  const path = (await said.textContent())?.replace("已存为 PDF：", "") ?? "";
  expect(dirname(path)).toBe(desk.host.downloads);
  const text = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
  expect(text).toContain(number);
  expect(text).not.toContain("受理通知书");
  const copy = page.getByRole("button", { name: "复制位置" });
  await expect(copy, "a message is in reach above a dialog").toBeVisible();
  await copy.click();
  await expect(page.getByText("位置已复制").or(page.getByText("没有复制成功"))).toBeVisible();
});

test("a message never lies on the buttons of a dialog", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "凌秀梅");
  await desk.go(`/tickets/${ticket}?paper=${ticket}/one_time_notice`);
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("img").first()).toBeVisible();
  await dialog.getByRole("button", { name: "存为 PDF" }).click();
  const message = page.getByRole("region", { name: "消息" });
  await expect(message.getByText(/^已存为 PDF：/)).toBeVisible();
  const said = await message.boundingBox();
  const foot = await dialog.locator("footer").boundingBox();
  if (!said || !foot) throw new Error("both are in sight");
  const beside = said.x + said.width <= foot.x || foot.x + foot.width <= said.x;
  const above = said.y + said.height <= foot.y || foot.y + foot.height <= said.y;
  expect(beside || above).toBe(true);
});

test("a paper is verified: genuine, altered, of another place, and no paper at all", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "练少华");
  const number = await official(desk, ticket);
  const { content_sha256: sha256 } = await desk.ask<Pages>("paper_print", { ticket, paper: ONE_TIME });
  const code = `bangban:paper/1/one_time_notice/${encodeURIComponent(number)}/${sha256}`;
  await page.getByRole("button", { name: /^工作人员/ }).click();
  await page.getByRole("menuitem", { name: /核验凭证/ }).click();
  const dialog = page.getByRole("dialog", { name: "核验凭证" });
  const field = dialog.getByRole("textbox");
  /** What a hand-held scanner does. */
  async function scan(text: string): Promise<void> {
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await expect(field, "ready for the next scan").toHaveValue("");
  }
  await scan(code);
  await expect(dialog.getByRole("heading", { name: "凭证属实" })).toBeVisible();
  await expect(dialog).toContainText(number);
  await expect(dialog).toContainText("一次性告知单");
  await expect(dialog).toContainText("陈玉梅");
  expect(await findings(page)).toEqual([]);

  const last = code.at(-1) === "0" ? "1" : "0";
  await scan(code.slice(0, -1) + last);
  await expect(dialog.getByRole("heading", { name: "内容对不上" })).toBeVisible();
  await expect(dialog).toContainText("留下这张纸并报告管理专员");
  await scan(code.replace(encodeURIComponent(number), "BL999999-20200101-9999").slice(0, -1) + last);
  await expect(dialog.getByRole("heading", { name: "本机没有这张工单" })).toBeVisible();
  await scan("https://example.com/");
  await expect(dialog.getByRole("heading", { name: "不是凭证的二维码" })).toBeVisible();
  await expect(dialog).toContainText("扫到的内容：https://example.com/");
  await scan(code);
  await dialog.getByRole("button", { name: "打开工单" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "练少华", level: 2 })).toBeVisible();
});

test("without a network a paper bears a provisional number and says so, until there is a real one", async ({ desk }) => {
  const { page } = desk;
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  const ticket = await register(desk, "傅亚娣");
  await desk.go(`/tickets/${ticket}?paper=${ticket}`);
  const dialog = dialogOf(page);
  await expect(dialog.getByText("暂编号", { exact: true })).toBeVisible();
  await expect(dialog.getByText(/联网后换正式编号/)).toBeVisible();
  expect(await ink(dialog.getByRole("img").first())).toBeGreaterThan(3_000);
  await page.keyboard.press("Control+p");
  await expect(laidOut(page)).not.toHaveCount(0);
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true })).sheets).not.toHaveLength(0);
  const { content_sha256: sha256 } = await desk.ask<Pages>("paper_preview", { ticket, paper: ONE_TIME });

  desk.wire.mend();
  await official(desk, ticket);
  await expect(dialog.getByText("暂编号", { exact: true })).toHaveCount(0, { timeout: 40_000 });
  const later = await desk.ask<Pages>("paper_preview", { ticket, paper: ONE_TIME });
  expect(later.provisional).toBe(false);
  expect(later.content_sha256, "another number is another paper").not.toBe(sha256);
});

test("the largest letters leave list and preview usable, one after the other", async ({ desk }) => {
  const { page } = desk;
  const ticket = await register(desk, "曾玉珍");
  const preferences = await desk.ask<Record<string, unknown>>("preferences_get");
  await desk.ask("preferences_set", { ...preferences, scale: "1.5" });
  await desk.go(`/tickets/${ticket}?paper=${ticket}`);
  await page.reload();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^一次性告知单/ }).press("Enter");
  await expect(dialog.getByRole("img").first()).toBeVisible();
  const outside = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
  expect(outside).toBe(false);
  await expect(dialog.getByRole("button", { name: /^打印/ })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "其他文书" }).press("Enter");
  await expect(dialog.getByRole("navigation", { name: "这张工单的文书" })).toBeVisible();
});
