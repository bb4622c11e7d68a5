import { expect, test } from "../support/desk.ts";

test("a case reads from top to bottom: who, clocks, what happened", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("邱惠芳");
  const file = page.getByRole("article");
  await expect(file).toContainText("首问责任人 陈玉梅");
  await expect(file).toContainText("七六年生");
  const timeline = page.getByRole("region", { name: "办理经过" });
  await expect(timeline).toContainText("登记了诉求");
  await expect(timeline).toContainText("认领，成为办理人");
  await expect(timeline).toContainText("答复申请人（当面）");

  await page.getByRole("list", { name: "时限" }).getByRole("button").first().click();
  const why = page.getByRole("dialog", { name: "为什么这时到期" });
  await expect(why).toContainText("依据");
  await expect(why.getByRole("group", { name: "逐日计算" })).toContainText("首日不计");
  await page.keyboard.press("Escape");
  const rest = page.getByRole("button", { name: "更多" });
  await rest.click();
  await expect(page.getByRole("menuitem", { name: /记备注/ })).toBeEnabled();
});

test("a covered number opens only with a reason, and covers itself again", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("邱惠芳");
  const side = page.getByRole("complementary", { name: "事项与申请人" });
  await expect(side, "the middle is covered").not.toContainText("0013");
  await page.getByRole("button", { name: "查看 联系电话" }).click();
  const dialog = page.getByRole("dialog", { name: "查看联系电话" });
  await expect(dialog).toContainText("查看会记入审计记录。");
  await expect(dialog.getByRole("button", { name: "查看", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "联系申请人" }).click();
  await dialog.getByRole("button", { name: "查看", exact: true }).click();
  await expect(side).toContainText(/138\s*0013\s*0114/);
  await side.getByRole("button", { name: "隐藏" }).click();
  await expect(side).not.toContainText("0013");
});

test("claim, draft, reply: what is half written is still there after a reload", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("刘建军");
  await page.getByRole("button", { name: "认领" }).click();
  await expect(page.getByText("已认领").first()).toBeVisible();
  const box = page.getByRole("textbox", { name: "答复申请人" });
  await box.fill("可以在石湾派出所换领，");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.reload();
  await expect(box).toHaveValue("可以在石湾派出所换领，");
  await box.pressSequentially("请带旧证。");
  await page.getByRole("button", { name: "答复方式" }).click();
  await page.getByRole("option", { name: "短信或站内消息", exact: true }).click();
  await box.press("Control+Enter");
  await expect(box).toHaveValue("");
  const timeline = page.getByRole("region", { name: "办理经过" });
  await expect(timeline).toContainText("答复申请人（短信或站内消息）");
  await expect(timeline).toContainText("可以在石湾派出所换领，请带旧证。");
  await expect(timeline.getByText("待上传")).toHaveCount(0);
});

test("from hand to hand: escalate, hand off, and what is not possible says why", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("曾国良");
  await page.getByRole("button", { name: "认领" }).click();
  await page.getByRole("button", { name: "更多" }).click();
  const unable = page.getByRole("menuitem", { name: /开始预审/ });
  await expect(unable).toHaveAttribute("aria-disabled", "true");
  await expect(unable).toContainText("转入导办后才能预审");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "转交", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "转交工单" });
  const submit = dialog.getByRole("button", { name: "转交", exact: true });
  await expect(submit, "without a note there is no handoff").toBeDisabled();
  await dialog.getByRole("combobox", { name: "接收单位" }).fill("园洲");
  await page.getByRole("option", { name: /园洲/ }).first().click();
  await dialog.getByRole("textbox", { name: "交办说明" }).fill("铺面在园洲，请接着办。");
  await dialog.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "转交", exact: true }).click();
  await expect(dialog.getByRole("textbox", { name: "交办说明" })).toHaveValue("铺面在园洲，请接着办。");
  await submit.click();
  await expect(page.getByText(/已转交 .*园洲.*，等待签收/)).toBeVisible();
});

test("a case is closed with what the citizen was told", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("叶伟强");
  await page.getByRole("button", { name: "认领" }).click();
  const box = page.getByRole("textbox", { name: "答复申请人" });
  await box.fill("请先到县人民医院体检，系统会自动上传。");
  await page.getByRole("button", { name: "记录答复" }).click();
  await expect(box).toHaveValue("");
  await page.getByRole("button", { name: "结案", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "结案" });
  await expect(dialog, "out of scope is said by triage").not.toContainText("已告知办理去向");
  await expect(dialog).toContainText("结案不等于闭环");
  await dialog.getByRole("textbox").fill("已告知到县人民医院体检中心办理。");
  await dialog.getByRole("button", { name: "结案" }).click();
  await expect(page.getByRole("article")).toContainText(/已结案\s?·\s?已解答\s?·\s?待回访/);
});
