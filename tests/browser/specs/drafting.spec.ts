import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";
import { ModelServer } from "../support/model.ts";

/** 最低生活保障对象认定: several entries belong to it, each with documents. */
const MATTER = "1144132290010061344000511001000";

const model = new ModelServer();
let address = "";

test.beforeAll(async () => {
  address = await model.start();
});
test.afterAll(() => model.stop());
test.beforeEach(async ({ desk }) => {
  await desk.ask("drafter_off");
  model.says = "家庭收入低于当地标准的，可以申请。[1]";
});
test.afterEach(async ({ desk }) => void (await desk.ask("drafter_off")));

async function openCase(desk: Desk, name: string): Promise<void> {
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter",
    nature: "policy",
    subject: "",
    request: `${name}家里收入低，电话13800001357，想问能不能申请低保。`,
    requester: {
      kind: "natural_person",
      name,
      document: "resident_id",
      agent: null,
      id_number: null,
      phone: "13800001357",
      credit_code: null,
    },
    matter: MATTER,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  await desk.go(`/tickets/${ticket.id}`);
  await expect(desk.page.getByRole("heading", { name, level: 2 })).toBeVisible();
}

async function configure(desk: Desk): Promise<void> {
  await desk.ask("drafter_set", { address, model: "qwen3", key: "sk-1" });
  await desk.page.reload();
}

const sideOf = (page: Page) => page.getByRole("complementary", { name: "事项与申请人" });
const boxOf = (page: Page) => page.getByRole("textbox", { name: "答复申请人" });
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "起草答复" });

test("nothing tells of drafts until somebody turned them on, and the settings say what leaves the desk", async ({
  desk,
}) => {
  const { page } = desk;
  await openCase(desk, "梁未启用");
  await expect(sideOf(page).getByRole("button", { name: /^插入：/ }).first()).toBeVisible();
  await expect(sideOf(page)).not.toContainText("起草");

  await desk.go("/settings");
  const part = page.getByRole("region", { name: "起草助手" });
  await expect(part).toContainText("没有启用");
  await expect(part).toContainText("不发送：申请人信息");
  desk.complaints.expect(/422.*drafter_set/);
  await part.getByLabel("接口地址").fill("http://10.0.0.8/v1");
  await part.getByLabel("模型名称").fill("qwen3");
  await part.getByLabel("密钥").fill("sk-1");
  await part.getByRole("button", { name: "启用" }).click();
  await expect(part).toContainText("须以 https 开头，否则路上的人能读到");
  await part.getByLabel("接口地址").fill(address);
  await part.getByRole("button", { name: "启用" }).click();
  await expect(part).toContainText("已启用：qwen3");
  await expect(part, "there is no keyring here").toContainText("密钥只留在内存里");
  await expect(part.getByLabel("密钥")).toHaveValue("");
  await part.getByRole("button", { name: "试一试" }).click();
  await expect(part).toContainText("连接正常，模型已回答。");
  await part.getByRole("button", { name: "停用" }).click();
  await expect(part).toContainText("没有启用");
});

test("the person sees what leaves, and what was drafted is not sent until they have checked it", async ({ desk }) => {
  const { page } = desk;
  await configure(desk);
  await openCase(desk, "梁起草");
  await expect(sideOf(page).getByRole("button", { name: /^起草答复/ })).toBeVisible();
  await page.keyboard.press("Alt+8");
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("不离开这台电脑");
  const question = dialog.getByRole("textbox", { name: "问题" });
  await expect(question).toHaveValue(/〔姓名〕家里收入低，电话〔手机号码〕/);
  const before = model.sent.length;
  await question.fill("家里收入低，能不能申请低保？");
  await dialog.getByRole("button", { name: "发送并起草" }).click();
  await expect(dialog).toContainText("家庭收入低于当地标准的，可以申请。");
  expect(model.sent.slice(before).join()).not.toMatch(/梁起草|13800001357/);
  await dialog.getByRole("button", { name: "插入答复" }).click();

  const box = boxOf(page);
  await expect(box).toHaveValue(/^家庭收入低于当地标准的，可以申请。\n依据：/);
  await expect(page.getByText("起草，未经核对")).toBeVisible();
  const send = page.getByRole("button", { name: "记录答复" });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await box.press("Control+Enter");
  await expect(box, "nothing was sent").toHaveValue(/依据/);
  await page.getByRole("region", { name: "消息" }).getByRole("button", { name: "关闭" }).first().click();

  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.reload();
  await expect(page.getByText("起草，未经核对"), "the mark outlives the program").toBeVisible();
  await page.getByRole("button", { name: "我已核对" }).click();
  await expect(page.getByText("起草，未经核对")).toHaveCount(0);
  await send.click();
  await expect(box).toHaveValue("");

  await page.keyboard.press("Alt+8");
  await expect(dialogOf(page), "seen once in this case").toContainText("家庭收入低于当地标准的");
});

test("what did not keep to the entries cannot be inserted and says why", async ({ desk }) => {
  const { page } = desk;
  await configure(desk);
  await openCase(desk, "梁编造");
  model.says = "您好。\n依据《救助条例》第九百条，每月1234元。[1]";
  await sideOf(page).getByRole("button", { name: /^起草答复/ }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "发送并起草" }).click();
  await expect(dialog).toContainText("没有通过核对，不能使用");
  await expect(dialog).toContainText("第 1 段没有注明条目");
  await expect(dialog).toContainText("第 2 段提到“《救助条例》第900条”");
  await expect(dialog).toContainText("条目里没有这些数字");
  await expect(dialog.getByRole("button", { name: "插入答复" })).toHaveCount(0);

  model.says = "没有依据";
  await dialog.getByRole("button", { name: "重新起草" }).click();
  await expect(dialog).toContainText("认为不能回答这个问题");
  model.says = null;
  await dialog.getByRole("button", { name: "重新起草" }).click();
  await dialog.getByRole("button", { name: "停止" }).click();
  await expect(dialog).toContainText("已停止");
});

test("a draft that is taken out again takes its mark with it, and a placeholder has to go first", async ({ desk }) => {
  const { page } = desk;
  await configure(desk);
  await openCase(desk, "梁撤回");
  model.says = "〔姓名〕符合条件，可以申请。[1]";
  await sideOf(page).getByRole("button", { name: /^起草答复/ }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "发送并起草" }).click();
  await expect(dialog).toContainText("插入后请把 〔姓名〕 改成实际内容或删去");
  await dialog.getByRole("button", { name: "插入答复" }).click();
  await expect(page.getByText("还有 〔姓名〕")).toBeVisible();
  await expect(page.getByRole("button", { name: "我已核对" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("region", { name: "消息" }).getByRole("button", { name: "撤销" }).click();
  await expect(boxOf(page)).toHaveValue("");
  await expect(page.getByText("起草，未经核对")).toHaveCount(0);
});
