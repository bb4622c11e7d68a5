import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";
import { pdf, png } from "../support/papers.ts";

interface View {
  pending: number;
  ticket: { status: string; review: { round: number; corrections: unknown[] } | null };
}

/** 最低生活保障对象认定: nine materials, most of them required. */
const MATTER = "1144132290010061344000511001000";

/** Registers a request of its own, so that no other test is in the way, and opens its review. */
async function openReview(desk: Desk, name: string): Promise<string> {
  const requester = { kind: "natural_person", name, document: "resident_id", agent: null };
  const numbers = { id_number: null, phone: null, credit_code: null };
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
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
  await desk.go(`/tickets/${ticket.id}/review`);
  await expect(desk.page.getByRole("heading", { name: "开始预审" })).toBeVisible();
  return ticket.id;
}

/** From 咨询 to a list of materials, without the mouse. */
async function start(page: Page): Promise<void> {
  const notYet = page.getByText("现在不能开始预审：转入导办后才能预审");
  await expect(notYet).toBeVisible();
  await page.getByRole("button", { name: "转入导办" }).press("Enter");
  await expect(notYet).toBeHidden();
  const situation = page.getByRole("radio").first();
  await situation.press("Space");
  await expect(page.getByText(/^将列出 \d+ 份材料$/)).toBeVisible();
  await page.getByRole("button", { name: "开始预审" }).press("Enter");
  await expect(page.getByText(/^已审 0\/\d+$/)).toBeVisible();
}

/** Waits until `done` lines have a verdict. */
async function done(page: Page, count: number): Promise<void> {
  await expect(page.getByText(new RegExp(`^已审 ${count}/`))).toBeVisible();
}

/** Every line without a verdict meets the criteria. */
async function restMeets(page: Page): Promise<number> {
  const words = await page.getByText(/^已审 \d+\/\d+$/).textContent();
  const [from = 0, all = 0] = (words ?? "").match(/\d+/g)?.map(Number) ?? [];
  for (let count = from + 1; count <= all; count += 1) {
    await page.keyboard.press("1");
    await done(page, count);
  }
  return all;
}

/** Asks for a correction with words of one's own. */
async function needsFixing(page: Page, defect: string, fix: string): Promise<void> {
  await page.keyboard.press("2");
  const problem = page.getByRole("textbox", { name: "问题" });
  await expect(problem).toBeFocused();
  await problem.fill(defect);
  await page.getByRole("textbox", { name: "怎样补正" }).fill(fix);
  await page.keyboard.press("Control+Enter");
}

async function issueNotice(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "补正告知", exact: true }).press("Enter");
  const sheet = page.getByRole("dialog", { name: title });
  await expect(sheet.getByRole("textbox", { name: "告知依据" })).toHaveValue(/第三十二条第一款第四项/);
  await sheet.getByRole("textbox", { name: "告知依据" }).press("Control+Enter");
  await expect(sheet).toBeHidden();
  await expect(page.getByText("等待申请人补正", { exact: true })).toBeVisible();
}

async function resubmit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "登记补正收件" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "登记补正收件" });
  await dialog.getByRole("textbox", { name: "收到了什么" }).press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("待复审").first()).toBeVisible();
}

async function passOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "转审查", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "转审查" });
  await dialog.getByRole("textbox").press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("等待主管部门审查")).toBeVisible();
}

test("from the first material to the department by keyboard, with one notice after another", async ({ desk, newDesk }) => {
  test.setTimeout(180_000);
  const { page } = desk;
  const ticket = await openReview(desk, "温秀兰");
  await start(page);
  await expect(page.getByText("预审只核对材料，不是受理")).toBeVisible();

  await page.getByRole("button", { name: "登记收件" }).first().press("Enter");
  const receive = page.getByRole("dialog", { name: "登记收件" });
  await expect(receive).toContainText("逾期不告知的，自收到申请材料之日起即为受理");
  await receive.getByRole("button", { name: "按应交份数填" }).press("Enter");
  await receive.getByRole("textbox").first().press("ArrowUp");
  await receive.getByRole("textbox").first().press("Control+Enter");
  await expect(receive).toBeHidden();
  await expect(page.getByRole("button", { name: /一次性告知/ })).toContainText("剩 5 个工作日");

  // A half-typed defect outlives the page, and its digits are no verdicts.
  await page.keyboard.press("2");
  const problem = page.getByRole("textbox", { name: "问题" });
  await expect(problem).toBeFocused();
  await page.keyboard.type("第 1、2、3 栏空白");
  await done(page, 0);
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.reload();
  await expect(problem).toHaveValue("第 1、2、3 栏空白");
  await page.getByRole("textbox", { name: "怎样补正" }).fill("补填后重新提交。");
  await page.keyboard.press("Control+Enter");
  await done(page, 1);
  const notice = page.getByRole("button", { name: "补正告知", exact: true });
  await expect(notice, "one notice with everything needs every verdict").toHaveAttribute("aria-disabled", "true");

  // What the guide does not list as deferrable cannot be waived.
  const line = page.getByRole("listitem").filter({ has: page.locator("[aria-current]") });
  await expect(line).toContainText("必要");
  await page.keyboard.press("4");
  await expect(page.getByText("不能容缺：指南没有把这份材料列为容缺后补。")).toBeVisible();
  await page.keyboard.press("3");
  await expect(page.getByRole("textbox", { name: "怎样取得" })).not.toHaveValue("");
  await page.keyboard.press("Control+Enter");
  await done(page, 2);
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  const all = await restMeets(page);
  await expect(page.getByText("材料都已核对，2 份需要补正。")).toBeVisible();
  await issueNotice(page, "补正告知（第 1 次）");
  await expect(page.getByText(/补正期限到/)).toBeVisible();
  await expect(page.getByText("现在只能查看：正等待申请人补正")).toBeVisible();

  await resubmit(page);
  await done(page, all - 2);
  await expect(page.getByText("上一轮已通过").first()).toBeVisible();
  await page.getByRole("button", { name: "以前的审核意见 1 条" }).press("Enter");
  const earlier = page.getByRole("dialog", { name: "以前的审核意见" });
  await expect(earlier).toContainText("第 1、2、3 栏空白");
  await page.keyboard.press("Escape");
  await expect(earlier).toBeHidden();
  await needsFixing(page, "签名与身份证不一致", "由本人重新签名。");
  await done(page, all - 1);
  await restMeets(page);
  await expect(page.getByText(/第 2 次补正告知，须由管理专员准予/)).toBeVisible();
  await expect(notice).toHaveAttribute("aria-disabled", "true");

  const manager = await newDesk();
  await manager.signIn("liao.jianping");
  await manager.go(`/tickets/${ticket}/review`);
  await manager.page.getByRole("button", { name: "准予再次补正" }).press("Enter");
  const leave = manager.page.getByRole("dialog", { name: "准予再次补正" });
  await leave.getByRole("textbox", { name: "理由" }).fill("补交的签名为第一次审核时未见。");
  await page.bringToFront();
  await leave.getByRole("button", { name: "准予", exact: true }).press("Enter");
  await expect(leave).toBeHidden();

  await expect(page.getByText(/已准予再次补正/)).toBeVisible();
  await issueNotice(page, "补正告知（第 2 次）");
  await page.getByRole("button", { name: "补正告知记录 2" }).press("Enter");
  const history = page.getByRole("dialog", { name: "补正告知记录" });
  await expect(history).toContainText("管理专员准予：补交的签名为第一次审核时未见。");
  await page.keyboard.press("Escape");
  await resubmit(page);
  await restMeets(page);
  await passOn(page);
  await expect(page.getByText("已受理"), "pre-review is not acceptance").toHaveCount(0);

  await page.getByRole("button", { name: "退回修改" }).press("Enter");
  const back = page.getByRole("dialog", { name: "退回修改" });
  await back.getByRole("textbox").fill("部门要求补充说明。");
  await back.getByRole("textbox").press("Control+Enter");
  await expect(page.getByText("材料都已核对，没有需要补正的。")).toBeVisible();
});

test("the whole review without a network, and the platform agrees with all of it", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const ticket = await openReview(desk, "黎桂芳");
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  await start(page);
  await needsFixing(page, "复印件看不清", "重新复印。");
  await done(page, 1);
  await restMeets(page);
  await issueNotice(page, "补正告知（第 1 次）");
  await resubmit(page);
  await restMeets(page);
  await passOn(page);
  await expect(page.getByRole("link", { name: /待上传 \d+/ })).toBeVisible();

  desk.wire.mend();
  await desk.ask("sync_now");
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
  const view = await desk.ask<View>("ticket_get", { ticket });
  expect(view.pending).toBe(0);
  expect(view.ticket.status).toBe("under_examination");
  expect(view.ticket.review?.round).toBe(2);
  expect(view.ticket.review?.corrections).toHaveLength(1);
});

test("pictures and PDF files lie under the glass, beside each other, within the policy", async ({ desk }) => {
  const { page } = desk;
  await desk.go("/gallery");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "PDF, PNG, JPEG" }).click();
  const chooser = await choosing;
  await chooser.setFiles([png("scan.png", 600, 400), pdf("form.pdf", ["Page one", "Page two"])]);

  const paper = page.getByRole("group", { name: /^form\.pdf/ });
  const drawn = paper.locator("canvas");
  await expect(drawn).toHaveAttribute("data-drawn", "1");
  await paper.press("PageDown");
  await expect(page.getByText("第 2/2 页")).toBeVisible();
  await expect(drawn).toHaveAttribute("data-drawn", "2");
  const dark = await drawn.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return Array.from(data).filter((value, index) => index % 4 === 0 && value < 40).length;
  });
  expect(dark, "the page has ink on it").toBeGreaterThan(100);
  const wide = await drawn.boundingBox();
  await paper.press("r");
  const turned = await drawn.boundingBox();
  expect(Number(turned?.width) > Number(turned?.height)).toBe(!(Number(wide?.width) > Number(wide?.height)));

  const picture = page.getByRole("group", { name: /^scan\.png/ });
  await expect(picture.getByRole("img", { name: "scan.png" })).toBeVisible();
  const before = await picture.getByRole("img").boundingBox();
  await picture.press("+");
  const after = await picture.getByRole("img").boundingBox();
  expect(Number(after?.width)).toBeGreaterThan(Number(before?.width));
  await picture.hover();
  await page.mouse.down();
  await page.mouse.move(Number(after?.x) + 400, Number(after?.y) + 40, { steps: 4 });
  await page.mouse.up();
  const dragged = await picture.getByRole("img").boundingBox();
  expect(dragged?.x).not.toBe(after?.x);

  await page.getByRole("button", { name: /对照/ }).click();
  await page.getByRole("option", { name: /样表/ }).click();
  await expect(page.getByText("样表：scan.png")).toBeVisible();
});
