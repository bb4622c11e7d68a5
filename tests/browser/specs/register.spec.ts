import type { Locator } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

/** An elderly person's number and a child's, with the right check digits. */
const ELDER = "441300195004123211";
const CHILD = "441322201605033218";

/** Opens an empty form. What an earlier test left half written is taken away. */
async function openForm(desk: Desk): Promise<Locator> {
  await desk.ask("draft_save", { key: "register", text: "" });
  await desk.page.reload();
  await desk.page.getByRole("button", { name: "登记", exact: true }).click();
  return desk.page.getByRole("dialog", { name: "登记工单" });
}

interface Listed {
  rows: { id: string }[];
}

interface Registered {
  ticket: {
    organisation: string;
    elderly: string | null;
    holder: string | null;
    requester: { document: string; agent: { standing: string; name: string } | null };
  };
}

/** A ticket as the store holds it. */
async function registered(desk: Desk, requester: string): Promise<Registered["ticket"]> {
  const argument = {
    view: "all",
    text: requester,
    stage: null,
    status: null,
    channel: null,
    nature: null,
    sort: "newest",
    offset: 0,
    limit: 5,
  };
  const { rows } = await desk.ask<Listed>("ticket_list", argument);
  const { ticket } = await desk.ask<Registered>("ticket_get", { ticket: rows[0]?.id });
  return ticket;
}

test("a mistyped number is pointed out and does not stop the registration", async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "登记工单" });
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(dialog).toContainText("请填写申请人姓名或名称");
  await dialog.getByLabel("姓名", { exact: true }).fill("何阿婆");
  await dialog.getByLabel("证件号码", { exact: true }).fill("441300199706123266");
  await expect(dialog).toContainText("身份证号校验位不符，请再核对一次");
  await dialog.getByLabel("联系电话").fill("123");
  await expect(dialog).toContainText("不像常见的电话号码，请再核对一次");
  await dialog.getByRole("combobox", { name: "事项" }).fill("高龄");
  await page.getByRole("option", { name: /^高龄/ }).first().click();
  await dialog.getByLabel("群众怎么说").fill("老人想问高龄津贴怎么领。");
  await dialog.getByText("走绿色通道").click();
  await dialog.getByRole("button", { name: "老年人" }).click();
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(page.getByRole("heading", { name: "何阿婆" })).toBeVisible();
  const file = page.getByRole("article");
  await expect(file).toContainText("绿色通道");
  await expect(file).not.toContainText("待平台编号");
  await expect(file).toContainText("首问责任人 陈玉梅");
});

test("a registration that was interrupted is still there", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "登记工单" });
  await dialog.getByText("单位", { exact: true }).click();
  await dialog.getByLabel("单位名称").fill("园洲镇利民五金店");
  await dialog.getByLabel("统一社会信用代码").fill("91441322MA4W000000");
  await expect(dialog).toContainText("统一社会信用代码校验位不符，请再核对一次");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toContainText("已恢复");
  await expect(dialog.getByLabel("单位名称")).toHaveValue("园洲镇利民五金店");
  await dialog.getByRole("button", { name: "清空重填" }).click();
  await expect(dialog.getByLabel("姓名", { exact: true })).toHaveValue("");
});

test("what may be there already is shown while typing, opens, and the form is kept", async ({ desk }) => {
  const { page } = desk;
  const dialog = await openForm(desk);
  const panel = dialog.getByRole("region", { name: /相似工单/ });
  await dialog.getByLabel("姓名", { exact: true }).fill("陈秀英");
  await dialog.getByLabel("联系电话").fill("138");
  await expect(dialog.getByText("不像常见的电话号码")).toBeVisible();
  await expect(panel, "half a number is nobody's").toHaveCount(0);
  await dialog.getByLabel("联系电话").fill("138 0013 0103");
  await expect(panel).toContainText("找到 1 张相似工单");
  await expect(panel.getByRole("listitem")).toContainText("陈秀英");
  await expect(panel).toContainText("石湾镇中心");
  await expect(panel).toContainText("同一电话");
  await expect(panel).toContainText("照常登记即可");
  await expect(dialog.getByRole("button", { name: "登记并认领" }), "it never blocks").toBeEnabled();
  await panel.getByRole("button", { name: "打开 陈秀英 的工单" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "陈秀英", level: 2 })).toBeVisible();
  await page.getByRole("button", { name: "接着登记" }).click();
  await expect(dialog.getByLabel("联系电话")).toHaveValue("138 0013 0103");
  await expect(panel).toContainText("陈秀英");
});

test("the same name about the same matter is enough to be pointed out", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("陈秀英");
  await dialog.getByRole("combobox", { name: "事项" }).fill("高龄");
  await desk.page.getByRole("option", { name: /^高龄/ }).first().click();
  await expect(dialog.getByRole("region", { name: /相似工单/ })).toContainText("同名同事项");
});

test("a minor is registered with a guardian at one press, and the papers are named", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("苏小禾");
  await dialog.getByLabel("证件号码", { exact: true }).fill(CHILD);
  await expect(dialog.getByRole("alert")).toContainText("申请人未满 18 周岁，请登记监护人");
  await dialog.getByRole("button", { name: "登记监护人" }).click();
  const guardian = dialog.getByLabel("监护人姓名");
  await expect(guardian).toBeFocused();
  await expect(dialog).toContainText("关系证明");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await guardian.fill("苏志明");
  await expect(dialog).not.toContainText("申请人未满 18 周岁");
  await dialog.getByText("委托代理人").click();
  await expect(dialog).toContainText("委托书");
  await dialog.getByRole("button", { name: "改为监护人" }).click();
  await dialog.getByLabel("群众怎么说").fill("孩子想办社保卡。");
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(desk.page.getByRole("heading", { name: /苏小禾/ })).toBeVisible();
  const { requester } = await registered(desk, "苏小禾");
  expect(requester.agent).toMatchObject({ standing: "guardian", name: "苏志明" });
});

test("a passport is measured by its own form, not by a check digit", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("Maria Santos");
  const number = dialog.getByLabel("证件号码", { exact: true });
  await number.fill("P1234567A");
  await expect(dialog).toContainText("不是 18 位身份证号");
  await dialog.getByRole("button", { name: "证件类型" }).click();
  await desk.page.getByRole("option", { name: "护照" }).click();
  await expect(dialog).not.toContainText("不是 18 位身份证号");
  await expect(dialog).toContainText("护照资料页");
  await number.fill("P12");
  await expect(dialog).toContainText("不像常见的证件号码");
  await number.fill("P1234567A");
  await dialog.getByText("网页", { exact: true }).click();
  await dialog.getByLabel("群众怎么说").fill("外籍配偶能不能参加居民医保。");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.page.getByRole("heading", { name: "Maria Santos" })).toBeVisible();
  await expect(desk.page.getByRole("article")).toContainText("网页");
  expect((await registered(desk, "Maria Santos")).requester.document).toBe("passport");
});

test("the elderly flag is offered, never forced, and needs its reason", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("谢伯荣");
  await dialog.getByLabel("证件号码", { exact: true }).fill(ELDER);
  await expect(dialog).toContainText(/证件显示 \d+ 岁，可按适老服务登记/);
  const flag = dialog.getByRole("checkbox", { name: "适老服务（老年人）" });
  await expect(flag, "it is only offered").not.toBeChecked();
  await dialog.getByRole("button", { name: "按适老服务登记" }).click();
  await expect(flag).toBeChecked();
  const reason = dialog.getByLabel("适老服务原因");
  await expect(reason).toHaveValue(/^证件显示 \d+ 岁$/);
  await reason.fill("");
  await dialog.getByLabel("群众怎么说").fill("想问养老金资格认证。");
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(dialog).toContainText("请写明原因");
  await expect(reason).toBeFocused();
  await dialog.getByRole("button", { name: "行动不便" }).click();
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(desk.page.getByRole("heading", { name: "谢伯荣" })).toBeVisible();
  expect((await registered(desk, "谢伯荣")).elderly).toBe("行动不便");
});

test("the routing table names another organisation, and the person decides", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("罗先生");
  await dialog.getByLabel("群众怎么说").fill("窗口工作人员说话不耐烦。");
  const route = dialog.getByRole("region", { name: "登记给谁" });
  await expect(route).toHaveCount(0);
  await dialog.getByText("服务态度", { exact: true }).click();
  await expect(route).toContainText("按分派表，这类诉求由 县政数局 承办。");
  await expect(route).toContainText("您不能当场认领");
  const claim = dialog.getByRole("button", { name: "登记并认领" });
  await expect(claim).toHaveAttribute("aria-disabled", "true");
  await expect(dialog.getByRole("button", { name: "登记给 县政数局" })).toBeVisible();
  await route.getByText("本单位登记").click();
  await expect(claim).not.toHaveAttribute("aria-disabled", "true");
  await claim.click();
  await expect(desk.page.getByRole("heading", { name: "罗先生" })).toBeVisible();
  const own = await registered(desk, "罗先生");
  expect(own).toMatchObject({ organisation: "shiwan", holder: expect.any(String) });
});

test("what is registered for others can be read here and is theirs to claim", async ({ desk }) => {
  const dialog = await openForm(desk);
  await dialog.getByLabel("姓名", { exact: true }).fill("霍先生");
  await dialog.getByLabel("群众怎么说").fill("排了一上午没有人理。");
  await dialog.getByText("服务态度", { exact: true }).click();
  await dialog.getByRole("button", { name: "登记给 县政数局" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.page.getByText("已登记给 县政数局")).toBeVisible();
  const file = desk.page.getByRole("article");
  await expect(file).toContainText("霍先生");
  await expect(file).toContainText("工单属于其他单位");
  await desk.page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog.getByLabel("姓名", { exact: true }), "the form is empty again").toHaveValue("");
});
