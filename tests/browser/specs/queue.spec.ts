import type { Page } from "@playwright/test";

import { expect, test } from "../support/desk.ts";

const rows = (page: Page) => page.getByRole("listbox", { name: "工单列表" }).getByRole("option");

test.beforeEach(async ({ desk }) => {
  await desk.page.getByRole("tab", { name: "本站" }).click();
  await expect(rows(desk.page).first()).toBeVisible();
});

test("the four ranges say how many there are and who has to do what by when", async ({ desk }) => {
  const { page } = desk;
  const tab = page.getByRole("tab", { name: "全部" });
  await tab.click();
  const count = Number(/\d+/.exec(await tab.innerText())?.[0]);
  expect(count).toBeGreaterThanOrEqual(60);
  await expect(page.getByText(`共 ${count} 张`)).toBeVisible();
  await expect(rows(page).first()).toContainText(/剩 \d+ 个工作日|今天到期|已超|刚刚超期/);
  await expect(rows(page).first()).toContainText(/首问/);
  const drawn = await rows(page).count();
  expect(drawn, "only what is in sight is drawn").toBeLessThan(40);
  const whole = await rows(page).first().getAttribute("aria-setsize");
  expect(Number(whole)).toBe(count);
});

test("filters and words narrow the queue, and one press opens it again", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByRole("button", { name: "状态" }).click();
  await page.getByRole("option", { name: "待认领", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "筛选 1" })).toBeVisible();
  for (const row of await rows(page).all()) await expect(row).toContainText("待认领");
  await expect(page.getByText(/^\d+ \/ \d+ 张$/)).toBeVisible();

  await page.getByRole("searchbox", { name: "筛选工单" }).fill("没有这个人");
  await expect(page.getByText("没有符合条件的工单。")).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "筛选", exact: true })).toBeVisible();
});

test("the order can be chosen and is remembered", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: "排序：按时限" }).click();
  await page.getByRole("menuitem", { name: "按登记时间" }).click();
  // Other tests register requests of their own: the newest is whatever the desk says it is.
  const query = { view: "station", text: null, stage: null, status: null, channel: null };
  const { rows: newest } = await desk.ask<{ rows: { requester: string }[] }>("ticket_list", {
    ...query, matter: null, due_before: null, sort: "newest", offset: 0, limit: 2,
  });
  expect(newest).toHaveLength(2);
  await expect(rows(page).nth(0)).toContainText(newest[0]?.requester ?? "a first one");
  await expect(rows(page).nth(1)).toContainText(newest[1]?.requester ?? "a second one");
  await page.reload();
  await expect(page.getByRole("button", { name: "排序：按登记时间" })).toBeVisible();
});

test("J, K and Enter walk through the queue, and letters are letters while one types", async ({ desk }) => {
  const { page } = desk;
  const chosen = page.getByRole("option", { selected: true });
  await page.keyboard.press("j");
  await expect(chosen).toHaveAttribute("aria-posinset", "1");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(chosen).toHaveAttribute("aria-posinset", "3");
  await page.keyboard.press("k");
  await expect(chosen).toHaveAttribute("aria-posinset", "2");
  const text = await chosen.innerText();
  await page.keyboard.press("Enter");
  const heading = page.getByRole("article").getByRole("heading", { level: 2 });
  await expect(heading).toBeVisible();
  expect(text).toContain((await heading.innerText()).split("\n")[0]?.trim() ?? "");

  const filter = page.getByRole("searchbox", { name: "筛选工单" });
  await filter.fill("");
  await filter.pressSequentially("jk");
  await expect(filter).toHaveValue("jk");
  await filter.fill("");
});

test("the keys of the desk are shown on one press", async ({ desk }) => {
  const { page } = desk;
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "搜索事项、材料、知识、办件" })).toBeFocused();
});

test("panes keep the width they were given", async ({ desk }) => {
  const { page } = desk;
  const divider = page.getByRole("separator", { name: "调整宽度" }).first();
  const before = Number(await divider.getAttribute("aria-valuenow"));
  await divider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(divider).toHaveAttribute("aria-valuenow", String(before + 2));
  await page.reload();
  await expect(divider).toHaveAttribute("aria-valuenow", String(before + 2));
});
