import type { Locator, Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

/** 最低生活保障对象认定: several entries belong to it, each with documents. */
const MATTER = "1144132290010061344000511001000";

/** Registers a request of its own, so that no other test is in the way, and opens it. */
async function openCase(desk: Desk, name: string, matter: string | null = MATTER): Promise<void> {
  const numbers = { id_number: null, phone: null, credit_code: null };
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter",
    nature: "policy",
    subject: "",
    request: "家里收入低，想问能不能申请低保，要交什么材料，多久有结果。",
    requester: { kind: "natural_person", name, document: "resident_id", agent: null, ...numbers },
    matter,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  await desk.go(`/tickets/${ticket.id}`);
  await expect(desk.page.getByRole("heading", { name, level: 2 })).toBeVisible();
}

/** Keeps an own reply, and waits until the suggestions may know of it. */
async function keepReply(desk: Desk, title: string, text: string): Promise<void> {
  await desk.ask("reply_save", { id: null, title, text });
  await desk.page.reload();
}

/** Removes what earlier tests kept. */
async function forget(desk: Desk): Promise<void> {
  for (const { id } of await desk.ask<{ id: string }[]>("reply_list")) await desk.ask("reply_remove", { id });
}

const boxOf = (page: Page) => page.getByRole("textbox", { name: "答复申请人" });
const sideOf = (page: Page) => page.getByRole("complementary", { name: "事项与申请人" });

async function openPicker(page: Page): Promise<Locator> {
  await expect(boxOf(page)).toBeEnabled();
  await page.keyboard.press("Alt+0");
  const picker = page.getByRole("dialog", { name: "常用答复" });
  await expect(picker.getByRole("searchbox", { name: "筛选常用答复" })).toBeFocused();
  return picker;
}

test.beforeEach(async ({ desk }) => forget(desk));

test("a key puts an entry with its basis into the reply, and one press takes it out", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁建议");
  const side = sideOf(page);
  await expect(side.getByRole("button", { name: "建议", exact: true })).toHaveAttribute("aria-expanded", "true");
  await expect(side).toContainText("属于本事项");
  await expect(side.getByText("Alt1", { exact: true })).toBeVisible();

  const box = boxOf(page);
  await box.fill("梁女士，您好。");
  await page.keyboard.press("Alt+1");
  await expect(box).toHaveValue(/^梁女士，您好。\n/);
  await expect(box).toHaveValue(/依据/);
  await expect(box).toBeFocused();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const inserted = page.getByRole("region", { name: "消息" });
  await expect(inserted).toContainText("已插入");

  await page.keyboard.type("再补一句。");
  await inserted.getByRole("button", { name: "撤销" }).click();
  await expect(box, "what was written meanwhile stays").toHaveValue("梁女士，您好。再补一句。");
});

test("a suggestion is read in place before it is inserted", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁细读");
  const side = sideOf(page);
  const insert = side.getByRole("button", { name: /^插入：/ }).first();
  const title = ((await insert.getAttribute("aria-label")) ?? "").replace("插入：", "");
  const opener = side.getByRole("button", { name: title, exact: true });
  await opener.click();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect(side.getByRole("link", { name: "打开条目" })).toBeVisible();
  await insert.click();
  await expect(boxOf(page)).toHaveValue(/依据/);
  await expect(boxOf(page)).toBeFocused();
});

test("what is inserted is counted, and everybody sees how often an entry is used", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁常引");
  const side = sideOf(page);
  const insert = side.getByRole("button", { name: /^插入：/ }).first();
  const title = ((await insert.getAttribute("aria-label")) ?? "").replace("插入：", "");
  await insert.click();
  await expect(boxOf(page)).toHaveValue(/依据/);
  // The next exchange takes the number along.
  await page.getByRole("button", { name: "记录答复" }).click();
  await expect(boxOf(page)).toHaveValue("");
  await side.getByRole("button", { name: title, exact: true }).click();
  await side.getByRole("link", { name: "打开条目" }).click();
  await expect(page.getByRole("article")).toContainText(/近来被引用 \d+ 次/, { timeout: 40_000 });
});

test("a case without a matter is told which it may be about", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁无事", null);
  const side = sideOf(page);
  await expect(side.getByRole("heading", { name: "可能的事项" })).toBeVisible();
  await expect(side).toContainText("提到“");
});

test("what is kept from one case is filled in for the next", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁头一");
  await boxOf(page).fill("您好，您的事项已受理。");
  const picker = await openPicker(page);
  await picker.getByRole("button", { name: "存为我的常用答复" }).click();
  const dialog = page.getByRole("dialog", { name: "新增我的常用答复" });
  await dialog.getByRole("textbox", { name: "名称" }).fill("受理告知");
  const text = dialog.getByRole("textbox", { name: "内容" });
  await expect(text, "what stood in the box").toHaveValue("您好，您的事项已受理。");
  desk.complaints.expect(/422.*reply_save/);
  await text.fill("您好，您的事项已受理。{天气}");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toContainText("“{天气}”不会自动填写");
  await text.fill("您好，您的事项已受理。经办人：");
  await dialog.getByRole("button", { name: "{专员}" }).click();
  await expect(text).toHaveValue("您好，您的事项已受理。经办人：{专员}");
  await text.fill("{称呼}您好，您的事项已受理。");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);

  await openCase(desk, "梁次之");
  const again = await openPicker(page);
  await expect(again.getByRole("button", { name: "插入：受理告知" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(boxOf(page)).toHaveValue(/^梁次之.*您好，您的事项已受理。$/);
  await expect(boxOf(page)).toBeFocused();
});

test("a reply that still holds a variable is held back and leads there", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁未填");
  const box = boxOf(page);
  await box.fill("有疑问请拨{咨询电话}，{别的}不算。");
  const send = page.getByRole("button", { name: "记录答复" });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await box.press("Control+Enter");
  await expect(box, "nothing was sent").toHaveValue(/咨询电话/);
  await page.getByRole("button", { name: "还有没填的：{咨询电话}" }).click();
  await expect(box).toBeFocused();
  const selected = () =>
    box.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  await expect.poll(selected).toBe("{咨询电话}");
  await page.keyboard.type("6620000");
  await expect(box).toHaveValue("有疑问请拨6620000，{别的}不算。");
  await send.click();
  await expect(box).toHaveValue("");
});

test("own replies are filtered, changed and removed, and come back", async ({ desk }) => {
  const { page } = desk;
  await openCase(desk, "梁管理");
  await keepReply(desk, "补件提醒", "请补齐材料。");
  await keepReply(desk, "办结告知", "已办结。");
  const picker = await openPicker(page);
  await page.keyboard.type("补件提醒");
  await expect(picker.getByRole("button", { name: "插入：补件提醒" })).toBeVisible();
  await expect(picker.getByRole("button", { name: "插入：办结告知" })).toHaveCount(0);
  await picker.getByRole("button", { name: "删除：补件提醒" }).click();
  await expect(picker).toContainText("没有找到“补件提醒”");
  await page.getByRole("region", { name: "消息" }).getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await desk.ask<unknown[]>("reply_list")).length).toBe(2);

  await desk.go("/settings");
  await page.getByRole("button", { name: "修改：办结告知" }).click();
  const dialog = page.getByRole("dialog", { name: "修改我的常用答复" });
  await dialog.getByRole("textbox", { name: "内容" }).fill("已办结，请来领取。");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("list", { name: "我的常用答复" })).toContainText("已办结，请来领取。");
});

test("an own reply is found by the search over everything and opens where it can be changed", async ({ desk }) => {
  const { page } = desk;
  await keepReply(desk, "雨天改期告知", "台风天窗口暂停，请改日再来。");
  await expect(page.getByRole("link", { name: /^已同步/ }), "the desk is there again").toBeVisible();
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("combobox", { name: "搜索事项、材料、知识、办件" })).toBeFocused();
  await page.keyboard.type("台风天");
  const hit = page.getByRole("option", { name: /雨天改期告知/ });
  await expect(hit).toContainText("我的常用答复");
  await hit.click();
  const dialog = page.getByRole("dialog", { name: "修改我的常用答复" });
  await expect(dialog.getByRole("textbox", { name: "名称" })).toHaveValue("雨天改期告知");
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("list", { name: "我的常用答复" })).toContainText("雨天改期告知");
});
