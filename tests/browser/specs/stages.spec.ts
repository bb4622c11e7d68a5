import { type Desk, expect, test } from "../support/desk.ts";

// Several people sign in, each at a machine of their own.
test.setTimeout(150_000);

interface Registered {
  ticket: { id: string };
}

/** A request of a citizen that the person at this desk has taken in and claimed. */
async function takenIn(desk: Desk, name: string, subject: string): Promise<string> {
  const requester = {
    kind: "natural_person",
    name,
    document: "resident_id",
    id_number: null,
    phone: null,
    credit_code: null,
    agent: null,
  };
  const { ticket } = await desk.ask<Registered>("ticket_register", {
    channel: "counter",
    nature: "procedure",
    subject,
    request: `${subject}，怎么办。`,
    requester,
    matter: null,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  return ticket.id;
}

/** Does something to a ticket without looking at the screen. */
async function act(desk: Desk, ticket: string, action: object): Promise<void> {
  await desk.ask("ticket_act", { ticket, action });
}

/** Opens an action of the menu. */
async function fromMenu(desk: Desk, name: string): Promise<void> {
  await desk.page.getByRole("button", { name: "更多" }).click();
  await desk.page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

test("another unit assists: it is asked, answers, and only then the case may be closed", async ({ desk, newDesk }) => {
  const { page } = desk;
  await takenIn(desk, "温婆婆", "低保边缘户要开哪些证明");
  await desk.openTicket("温婆婆");
  await fromMenu(desk, "加派协办");
  const dialog = page.getByRole("dialog", { name: "加派协办" });
  await dialog.getByRole("combobox", { name: "协办单位" }).fill("民政");
  await page.getByRole("option", { name: /县民政局/ }).click();
  await dialog.getByRole("textbox", { name: "请对方做什么" }).fill("请核对低保边缘家庭认定口径。");
  await dialog.getByRole("button", { name: "加派", exact: true }).click();
  const clocks = page.getByRole("list", { name: "时限" });
  await expect(clocks).toContainText("协办回复");
  await page.getByRole("button", { name: "更多" }).click();
  await expect(page.getByRole("menuitem", { name: /结案/ })).toContainText("协办单位还没有回复");
  await page.keyboard.press("Escape");

  const bureau = await newDesk();
  await bureau.signIn("peng.xiulan");
  await bureau.openTicket("温婆婆");
  const asked = bureau.page.getByRole("article");
  await expect(asked).toContainText("陈玉梅 请您单位协办");
  await bureau.page.getByRole("button", { name: "协办回复", exact: true }).click();
  const answer = bureau.page.getByRole("dialog", { name: "回复协办" });
  await expect(answer).toContainText("请核对低保边缘家庭认定口径。");
  await answer.getByRole("textbox").fill("收入低于标准1.5倍即可，凭村级证明。");
  await answer.getByRole("button", { name: "回复", exact: true }).click();
  await expect(asked).not.toContainText("请您单位协办");

  const units = page.getByRole("list", { name: "案情" });
  await expect(units).toContainText("协办 1 家，都已回复");
  await units.getByText("主办与协办").click();
  await expect(units).toContainText("收入低于标准1.5倍即可，凭村级证明。");
  await expect(clocks).not.toContainText("协办回复");
});

test("a manager urges, the holder answers, and both see it", async ({ desk, newDesk }) => {
  const { page } = desk;
  await takenIn(desk, "谢伯", "残疾人两项补贴没有到账");
  await desk.openTicket("谢伯");
  await expect(page.getByRole("article")).toContainText("首问责任人 陈玉梅");

  const office = await newDesk();
  await office.signIn("liao.jianping");
  await office.openTicket("谢伯");
  await office.page.getByRole("button", { name: "督办", exact: true }).click();
  const dialog = office.page.getByRole("dialog", { name: "督办" });
  await dialog.getByRole("textbox").fill("老人等了两个月，请今天联系残联。");
  await dialog.getByRole("button", { name: "督办", exact: true }).click();
  await expect(office.page.getByRole("list", { name: "案情" })).toContainText("1 次待回复");

  const file = page.getByRole("article");
  await expect(file).toContainText("廖建平 督办");
  await expect(file).toContainText("老人等了两个月，请今天联系残联。");
  await page.getByRole("button", { name: "督办回复", exact: true }).click();
  const answer = page.getByRole("dialog", { name: "回复督办" });
  await answer.getByRole("textbox").fill("已联系残联，下月补发。");
  await answer.getByRole("button", { name: "回复", exact: true }).click();
  await expect(page.getByRole("list", { name: "案情" })).toContainText("已回复");

  const facts = office.page.getByRole("list", { name: "案情" });
  await expect(facts).not.toContainText("待回复");
  await facts.getByText("督办", { exact: true }).click();
  await expect(facts).toContainText("已联系残联，下月补发。");
});

test("a suspended case stands still: its clock says so and why, and goes on afterwards", async ({ desk }) => {
  const { page } = desk;
  const ticket = await takenIn(desk, "许阿婆", "房屋安全鉴定等结果");
  await act(desk, ticket, { do: "classify", complex: true, reason: "要等鉴定。" });
  await desk.openTicket("许阿婆");
  await fromMenu(desk, "挂起");
  const dialog = page.getByRole("dialog", { name: "挂起" });
  await expect(dialog, "a correction begins with its notice").not.toContainText("等待补正");
  await dialog.getByText("特别程序").click();
  await expect(dialog).toContainText("会暂停：办结");
  await expect(dialog).toContainText("照常计时：联系申请人");
  await dialog.getByRole("textbox").fill("等鉴定机构出报告，约两周。");
  await dialog.getByRole("button", { name: "挂起", exact: true }).click();

  const file = page.getByRole("article");
  await expect(file).toContainText(/挂起自 .*：特别程序/);
  await expect(file).toContainText("等鉴定机构出报告，约两周。");
  const clock = page.getByRole("list", { name: "时限" }).getByRole("button", { name: /^办结/ });
  await expect(clock).toContainText("已暂停");
  await clock.click();
  const why = page.getByRole("dialog", { name: "为什么这时到期" });
  await expect(why).toContainText("现在暂停计时，恢复后接着计算。");
  await expect(why).toContainText("复杂诉求15个工作日内办结");
  const days = why.getByRole("group", { name: "逐日计算" });
  await expect(days).toContainText("首日不计");
  await expect(days).toContainText("第 15 天");
  await expect(days).toContainText("周末");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "恢复办理" }).click();
  const resume = page.getByRole("dialog", { name: "恢复办理" });
  await resume.getByRole("button", { name: "恢复办理" }).click();
  await expect(clock).not.toContainText("已暂停");
  await expect(file).not.toContainText("挂起自");
  await expect(page.getByRole("list", { name: "案情" })).toContainText("挂起与暂停");
});

test("one ticket is merged into another, which goes on and knows it", async ({ desk }) => {
  const { page } = desk;
  await takenIn(desk, "江美玲", "高龄津贴补发");
  await takenIn(desk, "江美玲之女", "再问高龄津贴补发");
  await desk.openTicket("江美玲之女");
  await fromMenu(desk, "并案");
  const dialog = page.getByRole("dialog", { name: "并案" });
  const submit = dialog.getByRole("button", { name: "并案", exact: true });
  await dialog.getByRole("combobox", { name: "另一张工单" }).fill("江美玲");
  await page.getByRole("option", { name: /江美玲 高龄津贴补发/ }).click();
  await expect(dialog).toContainText("到此为止，不再单独办理");
  await expect(submit, "a merge needs a reason").toBeDisabled();
  await dialog.getByRole("textbox", { name: "并案理由" }).fill("同一家人同一件事。");
  await submit.click();
  const file = page.getByRole("article");
  await expect(file).toContainText(/咨询\s?·\s?已并入/);
  await expect(page.getByRole("textbox", { name: "答复申请人" })).toHaveCount(0);
  await file.getByRole("note").getByRole("link", { name: "打开" }).click();
  await expect(page.getByRole("heading", { name: "江美玲", level: 2, exact: true })).toBeVisible();
  const facts = page.getByRole("list", { name: "案情" });
  await facts.getByText("关联工单").click();
  await expect(facts).toContainText("并案而来");
  await expect(facts).toContainText("再问高龄津贴补发");
});

const ENDS = [
  { name: "林伯康", card: "已取得办理结果", note: "申请人怎么说", after: "已闭环" },
  { name: "林伯健", card: "需要完善，继续服务", note: "还需要做什么", after: "办理中" },
  { name: "林伯安", card: "无法取得，已解释", note: "怎样向申请人解释的", after: "已闭环" },
];

for (const { name, card, note, after } of ENDS) {
  test(`a closed case waits for its follow-up, and “${card}” leaves it ${after}`, async ({ desk }) => {
    const { page } = desk;
    const ticket = await takenIn(desk, name, "优待证补办");
    await act(desk, ticket, { do: "close", outcome: "completed", feedback: "已办好。", via: "phone" });
    await desk.go("/tickets");
    await page.getByRole("tab", { name: "待我处理" }).click();
    await page.getByRole("searchbox", { name: "筛选工单" }).fill(name);
    await page.getByRole("option", { name }).first().click();
    const file = page.getByRole("article");
    await expect(file).toContainText("待回访");
    await expect(page.getByRole("list", { name: "时限" })).toContainText("结案回访");
    await page.getByRole("button", { name: "回访", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "回访" });
    await expect(dialog.getByRole("radio"), "exactly three").toHaveCount(3);
    const submit = dialog.getByRole("button", { name: "记录回访" });
    await expect(submit).toBeDisabled();
    await dialog.getByText(card).click();
    await dialog.getByRole("textbox", { name: note }).fill("电话里讲清楚了。");
    await submit.click();
    await expect(file).toContainText(new RegExp(`咨询\\s?·\\s?${after}`));
    const facts = page.getByRole("list", { name: "案情" });
    await expect(facts).toContainText(card);
    const { ticket: now } = await desk.ask<{ ticket: { id: string; status: string } }>("ticket_get", { ticket });
    expect(now.id, "the same case, not a new one").toBe(ticket);
    expect(now.status).toBe(after === "办理中" ? "working" : "settled");
  });
}

test("what a manager assigns is signed for and cannot be returned", async ({ desk, newDesk }) => {
  await takenIn(desk, "杜三叔", "村道路灯报修");
  const office = await newDesk();
  await office.signIn("liao.jianping");
  await office.openTicket("杜三叔");
  await office.page.getByRole("button", { name: "指派", exact: true }).click();
  const dialog = office.page.getByRole("dialog", { name: "指派工单" });
  await expect(dialog).toContainText("不能退回");
  await dialog.getByRole("combobox", { name: "承办单位" }).fill("白沙");
  await office.page.getByRole("option", { name: /白沙村站/ }).click();
  await dialog.getByRole("textbox", { name: "指派说明" }).fill("路灯在白沙村口，请到场核实。");
  await dialog.getByRole("button", { name: "指派", exact: true }).click();
  await expect(office.page.getByRole("article")).toContainText("已指派 白沙村站，等待签收");

  const village = await newDesk();
  await village.signIn("he.runxing");
  await village.openTicket("杜三叔");
  const file = village.page.getByRole("article");
  await expect(file).toContainText("廖建平 指派，请签收；指派的工单不能退回");
  await expect(village.page.getByRole("button", { name: "退回", exact: true })).toHaveCount(0);
  await village.page.getByRole("button", { name: "更多" }).click();
  await expect(village.page.getByRole("menuitem", { name: /^退回 / })).toContainText("指派的工单不能退回");
  await village.page.keyboard.press("Escape");
  await village.page.getByRole("button", { name: "签收", exact: true }).click();
  await expect(file).toContainText(/咨询\s?·\s?办理中/);
  await expect(file).toContainText("首问责任人 陈玉梅");
});

test("who waits online is counted down in seconds until someone takes it up", async ({ desk }) => {
  const { page } = desk;
  const requester = { kind: "natural_person", name: "秦小满", document: "resident_id", id_number: null, phone: null, credit_code: null, agent: null };
  await desk.ask("ticket_register", {
    channel: "web", nature: "policy", subject: "在线等：社保转移", request: "在线等。", requester,
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: false,
  });
  await desk.openTicket("秦小满");
  const clock = page.getByRole("list", { name: "时限" }).getByRole("button", { name: /^首次响应/ });
  await expect(clock).toContainText(/剩 .*秒|\d{2}:\d{2} 前/);
  await clock.click();
  const why = page.getByRole("dialog", { name: "为什么这时到期" });
  await expect(why).toContainText("60 秒");
  await expect(why).toContainText("只计服务时间");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "认领" }).click();
  await expect(page.getByRole("list", { name: "时限" })).not.toContainText("首次响应");
});
