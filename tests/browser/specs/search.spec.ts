import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../support/desk.ts";

const FIELD = "搜索事项、材料、知识、办件";

async function findings(page: Page): Promise<string[]> {
  // React Aria's own announcements pass through here and are gone a moment later.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Opens the search by its key. */
async function openSearch(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: FIELD });
  await expect(field).toBeFocused();
  return field;
}

/** What was found of one kind. */
function groupOf(page: Page, name: string): Locator {
  return page.getByRole("listbox", { name: "搜索结果" }).getByRole("group", { name: new RegExp(`^${name}`) });
}

test("a matter is found by initials and by what people call it, and opened without the mouse", async ({ desk }) => {
  const { page } = desk;
  const field = await openSearch(page);
  await expect(page.getByText("拼音首字母")).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await field.fill("gtgsh");
  await expect(groupOf(page, "事项").getByRole("option", { name: /个体工商户/ }).first()).toBeVisible();
  await field.fill("shebao");
  await expect(groupOf(page, "事项").getByRole("option").first()).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await field.fill("办营业执照");
  const matter = groupOf(page, "事项").getByRole("option").first();
  await expect(matter).toContainText("个体工商户登记（设立）");
  await expect(matter).toContainText("俗称“办营业执照”");
  await expect(matter).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("status").filter({ hasText: /^找到 \d+ 条$/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "个体工商户登记（设立）", level: 1 })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goBack();
  await expect(page).toHaveURL(/#\/tickets/);
  await expect(page.getByRole("dialog"), "going back leads to no search").toHaveCount(0);
});

test("arrows move over the bounds of groups, and the field keeps the focus", async ({ desk }) => {
  const { page } = desk;
  const field = await openSearch(page);
  await field.fill("社保");
  const options = page.getByRole("listbox", { name: "搜索结果" }).getByRole("option");
  await expect(options.nth(1)).toBeVisible();
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id")) ?? "");
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the field on top opens it, and gets the focus back; so does a key", async ({ desk }) => {
  const { page } = desk;
  const opener = page.getByRole("button", { name: FIELD });
  await opener.click();
  await expect(page.getByRole("combobox", { name: FIELD })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: FIELD })).toBeFocused();
  await expect(page.getByRole("combobox", { name: FIELD })).toHaveValue("");
});

test("one kind can be looked through, and a filter is taken away where it stands", async ({ desk }) => {
  const { page } = desk;
  const field = await openSearch(page);
  await field.fill("登记");
  await expect(groupOf(page, "事项").getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Control+2");
  const search = page.getByRole("dialog", { name: "搜索" });
  await expect(search.getByRole("radio", { name: "事项" })).toBeChecked();
  await expect(search.getByRole("group", { name: /^知识/ })).toHaveCount(0);
  await expect.poll(() => groupOf(page, "事项").getByRole("option").count()).toBeGreaterThan(5);
  const all = await groupOf(page, "事项").getByRole("option").count();

  await search.getByRole("button", { name: "筛选", exact: true }).click();
  await search.getByRole("button", { name: "层级" }).click();
  await page.getByRole("listbox", { name: "层级" }).getByRole("option", { name: "县级" }).click();
  const active = search.getByRole("list", { name: "筛选" });
  await expect(active).toContainText("层级：县级");
  await expect.poll(() => groupOf(page, "事项").getByRole("option").count()).toBeLessThanOrEqual(all);
  for (const row of await groupOf(page, "事项").getByRole("option").all()) {
    await expect(row).toContainText("县级");
  }
  expect(await findings(page)).toEqual([]);
  await active.getByRole("button", { name: "去掉筛选 层级" }).click();
  await expect(active).toHaveCount(0);
});

test("a situation opens its matter at itself", async ({ desk }) => {
  const { page } = desk;
  const field = await openSearch(page);
  await field.fill("个人经营");
  await page.keyboard.press("Control+3");
  await groupOf(page, "情形").getByRole("option", { name: /个体工商户登记（设立）/ }).first().click();
  const guide = page.getByRole("article");
  await expect(guide.getByRole("heading", { name: "个体工商户登记（设立）" })).toBeVisible();
  await expect(guide).toContainText("先问：执照是您一个人经营，盈亏自己承担吗？");
  await guide.getByText("全部情形", { exact: true }).click();
  await expect(page).not.toHaveURL(/situation=/);
});

test("a material's page lists the matters that ask for it, a law's what rests on it", async ({ desk }) => {
  const { page } = desk;
  let field = await openSearch(page);
  await field.fill("居民户口簿");
  await page.keyboard.press("Control+4");
  const material = groupOf(page, "申请材料").getByRole("option", { name: /^居民户口簿/ }).first();
  await expect(material).toContainText(/用于 \d+ 个事项/);
  await material.click();
  const uses = page.getByRole("article");
  await expect(uses.getByRole("heading", { name: "居民户口簿", level: 1 })).toBeVisible();
  const matters = uses.getByRole("region", { name: "要这份材料的事项" });
  await expect(matters.getByRole("link", { name: /城乡居民基本养老保险参保登记/ })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await matters.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "要带什么" })).toBeVisible();
  await page.goBack();
  await uses.getByRole("button", { name: "返回" }).click();
  await expect(page).toHaveURL(/#\/tickets/);

  field = await openSearch(page);
  await field.fill("社会保险法");
  await page.keyboard.press("Control+6");
  await groupOf(page, "法规依据").getByRole("option", { name: /中华人民共和国社会保险法/ }).first().click();
  await expect(uses.getByRole("region", { name: "依据它的事项" }).getByRole("link").first()).toBeVisible();
});

test("what has expired is struck out where it is found", async ({ desk }) => {
  const { page } = desk;
  const all = await desk.ask<{ rows: { title: string; standing: string }[] }>("knowledge_search", {
    text: "",
    kind: null,
    offset: 0,
    limit: 200,
  });
  const title = all.rows.find((row) => row.standing === "expired")?.title ?? "";
  expect(title, "the sample has one").not.toBe("");
  const field = await openSearch(page);
  await field.fill(title);
  await page.keyboard.press("Control+5");
  const entry = groupOf(page, "知识").getByRole("option").filter({ hasText: title });
  await expect(entry.first()).toContainText("已失效");
  await expect(entry.first().locator("span").first()).toHaveCSS("text-decoration-line", "line-through");
});

test("what is not found can be asked of a consultant, in the words that were typed", async ({ desk }) => {
  const { page } = desk;
  const field = await openSearch(page);
  await field.fill("魑魅魍魉");
  const search = page.getByRole("dialog", { name: "搜索" });
  await expect(search.getByText("没有找到“魑魅魍魉”。").last()).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await search.getByRole("button", { name: "向顾问提问" }).click();
  const asking = page.getByRole("dialog", { name: "提出知识问题" });
  await expect(asking.getByRole("textbox", { name: "问题" })).toHaveValue("魑魅魍魉");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await openSearch(page);
  await page.getByRole("button", { name: "魑魅魍魉" }).click();
  await expect(page.getByRole("combobox", { name: FIELD }), "it was asked a moment ago").toHaveValue("魑魅魍魉");
  await page.keyboard.press("Alt+Enter");
  await expect(asking.getByRole("textbox", { name: "问题" })).toHaveValue("魑魅魍魉");
  await page.keyboard.press("Escape");
});

test("a case is found by whose it is, and what is being written in another stays", async ({ desk }) => {
  const { page } = desk;
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter", nature: "policy", subject: "", request: "优待证能不能代领？",
    requester: {
      kind: "natural_person", name: "覃小满", document: "resident_id",
      id_number: null, phone: null, credit_code: null, agent: null,
    },
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: true,
  });
  await desk.go(`/tickets/${ticket.id}`);
  const reply = page.getByRole("textbox", { name: "答复申请人" });
  await reply.fill("请携带身份证到一楼窗口");
  const field = await openSearch(page);
  await field.fill("朱桂兰");
  const found = groupOf(page, "办件").getByRole("option", { name: /朱桂兰/ }).first();
  await expect(found).toBeVisible();
  await field.fill("覃小满");
  await expect(groupOf(page, "办件").getByRole("option", { name: /覃小满/ }), "also what is new").toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(reply).toBeFocused();
  await expect(reply).toHaveValue("请携带身份证到一楼窗口");

  await openSearch(page);
  await field.fill("朱桂兰");
  await found.click();
  await expect(page.getByRole("heading", { name: "朱桂兰", level: 2 })).toBeVisible();
  await desk.go(`/tickets/${ticket.id}`);
  await expect(reply).toHaveValue("请携带身份证到一楼窗口");
});
