import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { type Case, caseOnce, decided, staffOf } from "../support/cases.ts";
import { type Desk, expect, test } from "../support/desk.ts";

// Several people sign in, each at a machine of their own.
test.setTimeout(180_000);

/** A request of a citizen, claimed by the person at this desk or left for whoever comes first. */
async function takenIn(desk: Desk, name: string, subject: string, claim: boolean): Promise<string> {
  const requester = {
    kind: "natural_person", name, document: "resident_id",
    id_number: null, phone: null, credit_code: null, agent: null,
  };
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter", nature: "procedure", subject, request: `${subject}，怎么办。`, requester,
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim,
  });
  return ticket.id;
}

async function cut(desk: Desk): Promise<void> {
  desk.wire.cut();
  await expect(desk.page.getByRole("link", { name: /^离线/ })).toBeVisible();
}

async function mend(desk: Desk): Promise<void> {
  desk.wire.mend();
  await desk.ask("sync_now");
}

/** Opens the letter about an action. */
async function openLetter(desk: Desk, did: RegExp): Promise<void> {
  await desk.page.getByRole("link", { name: /条需处理/ }).click();
  await desk.page.getByRole("listbox", { name: "处理结果列表" }).getByRole("option", { name: did }).first().click();
}

async function findings(page: Page): Promise<string[]> {
  // React Aria's own announcements pass through here and are gone a moment later.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test("a reply that lost its race goes to the holder as a proposal, and the letter is put away", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.signIn("chen.yumei");
  const words = "您好，补办遗失的证件只需身份证原件。";
  const ticket = await takenIn(desk, "符阿婆", "老年优待证遗失补办", false);
  const quick = await newDesk();
  await quick.signIn("lin.zhiqiang");
  await caseOnce(quick, ticket, "the request to reach the colleague", () => true);
  await desk.openTicket("符阿婆");
  await cut(desk);
  await page.getByRole("button", { name: "认领" }).click();
  await page.getByRole("textbox", { name: "答复申请人" }).fill(words);
  await page.getByRole("button", { name: "记录答复" }).click();
  await expect(page.getByRole("link", { name: /待上传 2/ })).toBeVisible();
  await quick.ask("ticket_act", { ticket, action: { do: "claim" } });
  await decided(quick, ticket, "the colleague's claim");

  desk.wire.mend();
  await expect(page.getByRole("link", { name: /2 条需处理/ })).toBeVisible({ timeout: 40_000 });
  await openLetter(desk, /答复了申请人/);
  const letter = page.getByRole("article");
  await expect(letter.getByRole("blockquote")).toHaveText(words);
  expect(await findings(page)).toEqual([]);
  await letter.getByRole("button", { name: "建议给 石湾镇中心 林志强" }).click();
  const dialog = page.getByRole("dialog", { name: "建议给 石湾镇中心 林志强" });
  await expect(dialog, "what goes is seen before it goes").toContainText(words);
  await dialog.getByRole("textbox", { name: "附言（可不填）" }).fill("老人腿脚不便，我已电话问过。");
  await dialog.getByRole("button", { name: "提出建议" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("link", { name: /1 条需处理/ })).toBeVisible();
  const proposed = (view: Case) => view.ticket.proposals.length === 1;
  await caseOnce(quick, ticket, "the proposal to reach the holder", proposed);

  await openLetter(desk, /认领了工单/);
  await letter.getByRole("button", { name: "不再处理" }).click();
  const why = page.getByRole("dialog", { name: "不再处理" });
  await expect(why.getByRole("button", { name: "不再处理" }), "a reason is needed").toBeDisabled();
  await why.getByRole("textbox", { name: "原因" }).fill("林志强先接了，不用再办。");
  await why.getByRole("button", { name: "不再处理" }).click();
  await expect(page.getByText("没有需处理的，以下是已处理的")).toBeVisible();
  await page.getByRole("option", { name: /认领了工单/ }).click();
  await expect(letter, "the reason stays readable").toContainText("当时写的原因：林志强先接了，不用再办。");
});

test("a parked letter tells what the holder decided, with the reason", async ({ newDesk }) => {
  const desk = await newDesk();
  await desk.signIn("chen.yumei");
  const { page } = desk;
  const ticket = await takenIn(desk, "卢大叔", "高龄津贴申领", true);
  const [mine, heir] = [await staffOf(desk, "chen.yumei"), await staffOf(desk, "lin.zhiqiang")];
  await decided(desk, ticket, "the claim");
  await cut(desk);
  await desk.ask("ticket_act", { ticket, action: { do: "reply", text: "请本人带存折来。", via: "phone" } });
  const office = await newDesk();
  await office.signIn("liao.jianping");
  await caseOnce(office, ticket, "the case to reach the manager", ({ ticket: { holder } }) => holder === mine);
  const takeOver = { do: "take_over", from: mine, to_staff: heir, reason: "下乡两天，申请人在等。" };
  await office.ask("ticket_act", { ticket, action: takeOver });
  await decided(office, ticket, "the takeover");
  await mend(desk);
  await openLetter(desk, /答复了申请人/);
  const letter = page.getByRole("article");
  await expect(letter).toContainText("您的“答复”已存为建议");
  await expect(letter).toContainText("等 石湾镇中心 林志强 决定。");
  await expect(letter, "by whom the case went").toContainText("更换了办理人（接办）");

  const holder = await newDesk();
  await holder.signIn("lin.zhiqiang");
  const view = await caseOnce(holder, ticket, "the proposal", (seen) => seen.ticket.proposals.length === 1);
  const answer = { proposal: view.ticket.proposals[0]?.id, taken: false, note: "存折已注销，改发社保卡。" };
  await holder.ask("ticket_act", { ticket, action: { do: "answer_proposal", ...answer } });
  await expect(letter).toContainText("没有被采纳", { timeout: 40_000 });
  await expect(letter).toContainText("石湾镇中心 林志强");
  await expect(letter).toContainText("说明：存折已注销，改发社保卡。");
});

test("the way of a note is told from the line it waits in to the desks that have it", async ({ desk }) => {
  const { page } = desk;
  const ticket = await takenIn(desk, "谢家宝", "居住证办理", true);
  await decided(desk, ticket, "the claim");
  await cut(desk);
  await desk.openTicket("谢家宝");
  await desk.ask("ticket_act", { ticket, action: { do: "note", text: "等派出所回函。" } });
  await page.reload();
  await page.getByRole("link", { name: /待上传 1/ }).click();
  const row = page.getByRole("list", { name: "待上传的操作" }).getByRole("listitem");
  await row.getByRole("link", { name: "去向：记了备注" }).click();
  const line = page.getByRole("list", { name: "经过的各站" });
  const now = line.locator("[aria-current=step]");
  await expect(page.getByRole("heading", { name: "记了备注" })).toBeVisible();
  await expect(page.getByText("等派出所回函。")).toBeVisible();
  await expect(now).toContainText("排队");
  await expect(now).toContainText("等网络恢复");
  await expect(line).toContainText("平台还没有收到");
  expect(await findings(page)).toEqual([]);

  await mend(desk);
  await expect(line).toContainText("接受了", { timeout: 40_000 });
  await expect(line).toContainText("本机也收到了");
  await expect(line).toContainText("送了");
  await expect(line.getByRole("heading", { name: /已经到了哪些工作台/ })).toBeVisible();
  await cut(desk);
  await expect(line, "whom it has reached only the platform knows").toContainText("联网后可看。");

  // The same page from the line of the case.
  await page.getByRole("button", { name: "打开工单" }).click();
  const history = page.getByRole("region", { name: "办理经过" });
  const way = history.getByRole("link", { name: "去向：记备注" });
  await way.focus();
  await way.press("Enter");
  await expect(page.getByRole("heading", { name: "记了备注" })).toBeVisible();
  await page.getByRole("button", { name: "返回" }).click();
  await expect(history).toBeVisible();
  await mend(desk);
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
});

test("a desk says how it is, compares itself with the platform, and does not pretend to without a line", async ({ desk }) => {
  const { page } = desk;
  await desk.go("/settings");
  await page.getByRole("link", { name: "查看本台情况" }).click();
  await expect(page.getByRole("heading", { name: "本台情况" })).toBeVisible();
  const compare = page.getByRole("button", { name: "立即核对" });
  const library = page.getByRole("row", { name: /事项与知识/ });
  await compare.click();
  await expect(library).toContainText("与平台一致", { timeout: 40_000 });
  await expect(page.getByRole("row", { name: /工单/ })).toContainText("与平台一致");
  expect(await findings(page)).toEqual([]);
  await cut(desk);
  await expect(page.getByText("操作先存在本机，连上后自动上传，不会丢失。")).toBeVisible();
  await expect(compare).toHaveAttribute("aria-disabled", "true");
  await mend(desk);
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
});

test("a manager sees every desk, one at a time in full, and is told why without a line", async ({ desk, newDesk }) => {
  await expect(desk.page.getByRole("link", { name: "站点", exact: true }), "not for those at a counter").toHaveCount(0);
  const office = await newDesk();
  await office.signIn("liao.jianping");
  const { page } = office;
  await page.getByRole("link", { name: "站点", exact: true }).click();
  const list = page.getByRole("listbox", { name: "站点列表" });
  const row = list.getByRole("option", { name: /陈玉梅/ }).first();
  await expect(row).toContainText("最近联系");
  await row.click();
  const details = page.getByRole("complementary");
  await expect(details).toContainText("石湾镇中心 陈玉梅");
  await expect(details).toContainText("台号");
  expect(await findings(page)).toEqual([]);
  office.wire.cut();
  await expect(page.getByText(/^现在没有连上平台，下面是/)).toBeVisible({ timeout: 40_000 });
  await page.reload();
  await expect(page.getByText("这一页要向平台查询。")).toBeVisible({ timeout: 40_000 });
});
