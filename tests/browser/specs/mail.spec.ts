import { decided, staffOf } from "../support/cases.ts";
import { type Desk, expect, test } from "../support/desk.ts";

interface Row {
  id: string;
  requester: string;
}

async function ticketOf(desk: Desk, requester: string): Promise<string> {
  const query = { view: "all", text: requester, stage: null, status: null, channel: null };
  const rest = { matter: null, due_before: null, sort: "newest", offset: 0, limit: 10 };
  const { rows } = await desk.ask<{ rows: Row[] }>("ticket_list", { ...query, ...rest });
  const found = rows.find((row) => row.requester === requester);
  if (!found) throw new Error(`no ticket of ${requester}`);
  return found.id;
}

test("what is done without a network waits in view, and goes up by itself", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("李先生");
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线，数据截至/ })).toBeVisible();
  await page.getByRole("button", { name: "认领" }).click();
  await page.getByRole("textbox", { name: "答复申请人" }).fill("已向当事人了解情况，三日内书面回复。");
  await page.getByRole("button", { name: "记录答复" }).click();
  const timeline = page.getByRole("region", { name: "办理经过" });
  await expect(timeline.getByText("待上传")).toHaveCount(2);
  const pill = page.getByRole("link", { name: /待上传 2/ });
  await pill.click();
  await expect(page.getByText("2 条待上传，按先后顺序上传")).toBeVisible();
  const outbox = page.getByRole("list", { name: "待上传的操作" });
  await expect(outbox.getByRole("listitem").first()).toContainText("认领了工单");
  await expect(outbox.getByRole("listitem").nth(1)).toContainText("三日内书面回复");
  await expect(outbox.getByRole("listitem").first()).toContainText("等网络恢复");
  await expect(page.getByRole("complementary")).toContainText("没有网络也可以照常办理。");

  desk.wire.mend();
  await page.getByRole("button", { name: "立即同步" }).click();
  await expect(page.getByText("全部操作都已上传。")).toBeVisible();
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible();
});

test("a lost race becomes a letter that keeps every word", async ({ desk, newDesk }) => {
  const { page } = desk;
  const words = "您好，材料清单已发到您手机。";
  await desk.openTicket("韦志勇");
  desk.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  await page.getByRole("button", { name: "认领" }).click();
  await page.getByRole("textbox", { name: "答复申请人" }).fill(words);
  await page.getByRole("button", { name: "记录答复" }).click();
  await expect(page.getByRole("link", { name: /待上传 2/ })).toBeVisible();

  const quick = await newDesk();
  await quick.signIn("lin.zhiqiang");
  const ticket = await ticketOf(quick, "韦志勇");
  await quick.ask("ticket_act", { ticket, action: { do: "claim" } });
  await decided(quick, ticket, "the colleague's claim");

  desk.wire.mend();
  const pill = page.getByRole("link", { name: /2 条需处理/ });
  await expect(pill).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("article")).toContainText("操作未被接受");
  await pill.click();
  const letters = page.getByRole("listbox", { name: "处理结果列表" });
  await letters.getByRole("option", { name: /答复了申请人/ }).click();
  const letter = page.getByRole("article");
  await expect(letter).toContainText("没有被接受");
  await expect(letter.getByRole("blockquote")).toHaveText(words);
  await letters.getByRole("option", { name: /认领了工单/ }).click();
  await expect(letter).toContainText("林志强");
  await expect(letter).toContainText("已有人认领");
  await letter.getByRole("button", { name: "不再处理" }).click();
  const why = page.getByRole("dialog", { name: "不再处理" });
  await expect(why.getByRole("button", { name: "不再处理" }), "a reason is needed").toBeDisabled();
  await why.getByRole("button", { name: "已由现办理人办理" }).click();
  await why.getByRole("button", { name: "不再处理" }).click();
  await expect(page.getByRole("link", { name: /1 条需处理/ })).toBeVisible();
  await letters.getByRole("option", { name: /答复了申请人/ }).click();
  await letter.getByRole("button", { name: "转为新草稿" }).click();
  await expect(page.getByRole("heading", { name: "韦志勇" })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("林志强");
});

test("a colleague's handoff arrives while one watches, and its notice leads to it", async ({ desk, newDesk }) => {
  const { page } = desk;
  const other = await newDesk();
  await other.signIn("lin.zhiqiang");
  const ticket = await ticketOf(other, "罗凤娣");
  await other.ask("ticket_act", { ticket, action: { do: "claim" } });
  const toStaff = await staffOf(other, "chen.yumei");
  const note = "请接着办，申请人下午来。";
  const action = { do: "hand_off", to_staff: toStaff, to_organisation: "shiwan", note };
  await other.ask("ticket_act", { ticket, action });

  const messages = page.getByRole("region", { name: "消息" });
  await expect(messages).toContainText("转交待签收");
  await page.getByRole("link", { name: /收件/ }).click();
  const list = page.getByRole("listbox", { name: "通知列表" });
  const line = list.getByRole("option", { name: /转交待签收/ }).first();
  await expect(line).toContainText("林志强");
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByText("没有未读通知")).toBeVisible();
  await line.click();
  await expect(page.getByRole("heading", { name: "罗凤娣" })).toBeVisible();
  await expect(page.getByText(note).first()).toBeVisible();
  await page.getByRole("button", { name: "签收", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("陈玉梅");
  await expect(page.getByRole("button", { name: "分诊", exact: true })).toBeVisible();
});
