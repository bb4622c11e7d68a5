import { expect, test, type Desk } from "../support/desk.ts";
test.setTimeout(280_000);
const who = (name: string, extra: object = {}) => ({ kind: "natural_person", name, document: "resident_id", id_number: null, phone: null, credit_code: null, agent: null, ...extra });
async function reg(desk: Desk, name: string, subject: string, extra: object = {}): Promise<string> {
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter", nature: "procedure", subject, request: `${subject}，怎么办。`, requester: who(name),
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: true, ...extra });
  return ticket.id;
}
const act = (desk: Desk, ticket: string, action: object) => desk.ask("ticket_act", { ticket, action });
async function look(desk: Desk, change: object) {
  const p = await desk.ask<Record<string, unknown>>("preferences_get");
  await desk.ask("preferences_set", { ...p, ...change });
  await desk.page.reload();
  await expect(desk.page.getByRole("link", { name: /^(已同步|Synced|Up to date)/ })).toBeVisible();
}
let n = 0;
const shot = async (desk: Desk, name: string) => {
  await desk.page.screenshot({ path: `/tmp/shots/${process.env.TAG ?? "a"}-${String(++n).padStart(2, "0")}-${name}.png`, animations: "disabled" });
};
test("look", async ({ desk, newDesk }) => {
  const { page } = desk;
  console.log(JSON.stringify(await desk.ask("preferences_get")));
  const dir = await desk.ask<{ organisations: { id: string; name: string }[]; staff: unknown[] }>("directory");
  const id = await reg(desk, "欧阳慕容婉清", "高龄津贴和独生子女父母计划生育家庭特别扶助金一并申请", { priority: "八十岁独居", elderly: "听力不好，请用大字。" });
  await act(desk, id, { do: "classify", complex: true, reason: "两个部门。" });
  for (const organisation of ["housing_fund", "hrss", "police", "civil_affairs"]) {
    const o = dir.organisations.find((x) => x.id === organisation);
    if (!o) { console.log("no", organisation, dir.organisations.map((x) => x.id).join(" ")); continue; }
    await act(desk, id, { do: "ask_assist", organisation, task: "请核对。", due_days: 5 }).catch((e) => console.log(String(e)));
  }
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible();
  const office = await newDesk();
  await office.signIn("liao.jianping");
  await act(office, id, { do: "urge", text: "请今天回复。", due_days: 1 }).catch((e) => console.log(String(e)));
  await expect(office.page.getByRole("link", { name: /^已同步/ })).toBeVisible();
  await desk.go(`/tickets/${id}`);
  await expect(page.getByRole("article")).toContainText("廖建平 督办");
  for (const v of ["待我处理", "我经办", "本站", "全部"]) {
    const tab = page.getByRole("tab", { name: v });
    if (await tab.count() === 0) { console.log("no tab", v); continue; }
    await tab.click();
    await expect(page.getByRole("listbox", { name: "工单列表" }).getByRole("option").first()).toBeVisible();
    await shot(desk, `queue-${v}`);
    for (const row of (await page.getByRole("option").all()).slice(0, 4)) console.log(v, await row.evaluate((e) => (e as HTMLElement).innerText.replaceAll("\n", " | ")));
  }
  console.log(await page.getByRole("listbox", { name: "工单列表" }).ariaSnapshot().then((t) => t.slice(0, 1500)));
  for (const [tag, change] of [["15", { font_scale: 1.5 }], ["en", { font_scale: 1, language: "en" }], ["en15", { font_scale: 1.5, language: "en" }]] as const) {
    await look(desk, change).catch((e) => console.log(String(e).slice(0, 400)));
    await shot(desk, `case-${tag}`);
  }
});
