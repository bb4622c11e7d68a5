import { expect, test } from "../support/desk.ts";

test("a list pressed before its choices are read opens, and fills while it is open", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("朱桂兰");
  let give = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    give = resolve;
  });
  await page.route("**/rpc/directory", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "转交", exact: true }).click();
  await page.getByRole("button", { name: "接收人" }).click();
  const list = page.getByRole("listbox", { name: "接收人" });
  await expect(list).toContainText("正在读取");
  give();
  await list.getByRole("option", { name: "林志强" }).click();
  await expect(page.getByRole("button", { name: "接收人" })).toContainText("林志强");
  await page.unrouteAll();
});

test("an open list stays open while the case is read again, even if that fails once", async ({ desk }) => {
  const { page } = desk;
  await desk.openTicket("温德胜");
  const ticket = /tickets\/([^?]+)/.exec(page.url())?.[1] ?? "";
  const note = (text: string) => desk.ask("ticket_act", { ticket, action: { do: "note", text } });
  const timeline = page.getByRole("region", { name: "办理经过", includeHidden: true });
  await page.getByRole("button", { name: "转交", exact: true }).click();
  await page.getByRole("button", { name: "接收人" }).click();
  const option = page.getByRole("option", { name: "林志强" });
  await expect(option).toBeVisible();
  await note("第一条备注");
  await expect(timeline).toContainText("第一条备注");
  await expect(option).toBeVisible();

  desk.complaints.expect(/500.*ticket_get/);
  const error = { code: "internal", params: {}, trace_id: "test" };
  await page.route("**/rpc/ticket_get", (route) => route.fulfill({ status: 500, json: error }), { times: 1 });
  const failed = page.waitForResponse((answer) => answer.status() === 500);
  await note("第二条备注");
  await failed;
  await note("第三条备注");
  await expect(timeline).toContainText("第三条备注");
  await option.click();
  await expect(page.getByRole("button", { name: "接收人" })).toContainText("林志强");
});
