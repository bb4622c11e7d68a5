import { decided } from "../support/cases.ts";
import { type Desk, expect, test } from "../support/desk.ts";

// Several people sign in, each at a machine of their own.
test.setTimeout(180_000);

interface Registered {
  ticket: { id: string };
}

/** A request of a citizen that the person at this desk has taken in and claimed. */
async function takenIn(desk: Desk, name: string, subject: string): Promise<string> {
  const requester = {
    kind: "natural_person", name, document: "resident_id",
    id_number: null, phone: null, credit_code: null, agent: null,
  };
  const { ticket } = await desk.ask<Registered>("ticket_register", {
    channel: "counter", nature: "procedure", subject, request: `${subject}，怎么办。`, requester,
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: true,
  });
  return ticket.id;
}

/** Opens an action of the menu. */
async function fromMenu(desk: Desk, name: string): Promise<void> {
  await desk.page.getByRole("button", { name: "更多" }).click();
  await desk.page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

test("a manager gives a case away: what its holder wrote offline becomes a proposal and is not lost", async ({ desk, newDesk }) => {
  const { page } = desk;
  const words = "您好，材料齐了，下周一来领证即可。";
  const ticket = await takenIn(desk, "麦婆婆", "老年优待证补办");
  await desk.openTicket("麦婆婆");
  const file = page.getByRole("article");
  await expect(file, "how long the case is theirs").toContainText(/占用至 明天 \d\d:\d\d/);
  await page.getByText(/^占用至/).hover();
  await expect(page.getByRole("tooltip")).toContainText("您一有操作即自动顺延");
  await decided(desk, ticket, "the claim");
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  await page.getByRole("textbox", { name: "答复申请人" }).fill(words);
  await page.getByRole("button", { name: "记录答复" }).click();
  await expect(page.getByRole("link", { name: /待上传 1/ })).toBeVisible();

  const office = await newDesk();
  await office.signIn("liao.jianping");
  await office.openTicket("麦婆婆");
  await office.page.getByRole("button", { name: "接办", exact: true }).click();
  const dialog = office.page.getByRole("dialog", { name: "接办工单" });
  await expect(dialog).toContainText("现由 陈玉梅 办理");
  await expect(dialog).toContainText("陈玉梅 没有网络时办的事不会丢失");
  await expect(dialog).toContainText("首问责任人 陈玉梅 不变。");
  const submit = dialog.getByRole("button", { name: "交其接办" });
  await dialog.getByRole("textbox", { name: "接办理由" }).fill("陈玉梅下乡两天，申请人在等。");
  await expect(submit, "nobody is chosen yet").toBeDisabled();
  await dialog.getByRole("button", { name: /接办人/ }).click();
  const people = office.page.getByRole("listbox", { name: "接办人" });
  await expect(people, "not to whom it is taken from").not.toContainText("陈玉梅");
  await expect(people, "not to who has left").not.toContainText("欧嘉慧");
  await people.getByRole("option", { name: /林志强/ }).click();
  await submit.click();
  await expect(office.page.getByRole("article")).toContainText("当前办理 林志强");
  await expect(office.page.getByRole("article")).toContainText("首问责任人 陈玉梅");

  desk.wire.mend();
  const waiting = page.getByRole("region", { name: "待决定的建议" });
  await expect(waiting).toContainText("您的建议：答复申请人（当面）", { timeout: 40_000 });
  await expect(waiting).toContainText("等 林志强 决定");
  await expect(waiting.getByRole("button", { name: "采纳" })).toHaveCount(0);

  const colleague = await newDesk();
  await colleague.signIn("lin.zhiqiang");
  await colleague.openTicket("麦婆婆");
  const proposals = colleague.page.getByRole("region", { name: "待决定的建议" });
  await expect(proposals).toContainText("陈玉梅 建议：答复申请人（当面）");
  await expect(proposals).toContainText(words);
  await expect(proposals, "what a press will do is said before").toContainText("采纳即由您办理这一步");
  await proposals.getByRole("button", { name: "采纳", exact: true }).click();
  await expect(proposals).toHaveCount(0);
  const facts = colleague.page.getByRole("list", { name: "案情" });
  await expect(facts).toContainText("采纳 1 条");
  await expect(page.getByRole("list", { name: "案情" })).toContainText("采纳 1 条");
  // The letter that told so is put away, as its reader would.
  const letters = await desk.ask<{ id: string }[]>("verdict_list");
  for (const { id } of letters) await desk.ask("verdict_clear", { id, how: "let_go", reason: "已由林志强办理" });
});

test("a colleague proposes; what the rules forbid now can still be declined, with a reason that is told", async ({ desk, newDesk }) => {
  const { page } = desk;
  const ticket = await takenIn(desk, "植伯", "高龄津贴停发");
  const colleague = await newDesk();
  await colleague.signIn("su.xiaoling");
  await colleague.openTicket("植伯");
  await colleague.page.getByRole("button", { name: "更多" }).click();
  const barred = colleague.page.getByRole("menuitem", { name: /接办/ });
  await expect(barred).toHaveAttribute("aria-disabled", "true");
  await expect(barred).toContainText("占用未到期，只有管理专员可以接办");
  await colleague.page.keyboard.press("Escape");
  await fromMenu(colleague, "提建议");
  const dialog = colleague.page.getByRole("dialog", { name: "提建议" });
  await expect(dialog).toContainText("工单由 陈玉梅 办理");
  await dialog.getByRole("textbox", { name: "建议怎样答复申请人" }).fill("系统显示年审未过，请老人到村里按手印。");
  await dialog.getByRole("textbox", { name: /给办理人的说明/ }).fill("我这边社保窗口能查到。");
  await dialog.getByRole("button", { name: "提交建议" }).click();
  const sent = colleague.page.getByRole("region", { name: "待决定的建议" });
  await expect(sent).toContainText("等 陈玉梅 决定");

  await desk.openTicket("植伯");
  const proposals = page.getByRole("region", { name: "待决定的建议" });
  await expect(proposals).toContainText("苏晓玲 建议：答复申请人（当面）");
  await expect(proposals).toContainText("我这边社保窗口能查到。");
  const to = { to_staff: null, to_organisation: "yuanzhou", note: "人已搬到园洲。" };
  await desk.ask("ticket_act", { ticket, action: { do: "hand_off", ...to } });
  await page.reload();
  await expect(proposals).toContainText("现在不能采纳：正等待对方签收。");
  await expect(proposals.getByRole("button", { name: "采纳", exact: true })).toHaveCount(0);
  await proposals.getByRole("button", { name: "不采纳" }).click();
  const answer = page.getByRole("dialog", { name: "不采纳建议" });
  const submit = answer.getByRole("button", { name: "不采纳" });
  await expect(submit, "who declines says why").toBeDisabled();
  await answer.getByRole("textbox", { name: "理由" }).fill("已转园洲，由他们核实后答复。");
  await submit.click();
  await expect(proposals).toHaveCount(0);

  const facts = colleague.page.getByRole("list", { name: "案情" });
  await expect(facts).toContainText("未采纳 1 条");
  await facts.getByText("建议", { exact: true }).click();
  await expect(facts).toContainText("已转园洲，由他们核实后答复。");
});
