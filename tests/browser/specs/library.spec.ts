import { expect, test } from "../support/desk.ts";

test("a matter is found by what people call it, by pinyin initials and by its code", async ({ desk }) => {
  const { page } = desk;
  const search = page.getByRole("searchbox", { name: "搜索事项" });
  await page.getByRole("link", { name: "事项", exact: true }).click();
  await search.fill("办营业执照");
  const list = page.getByRole("listbox", { name: "事项列表" });
  await expect(list.getByRole("option").first()).toContainText("个体工商户登记（设立）");
  await expect(list.getByRole("option").first()).toContainText("又称：办营业执照");
  await search.fill("gtgsh");
  await expect(list.getByRole("option", { name: /个体工商户/ }).first()).toBeVisible();
  await search.fill("11441322900100787D4000131001000");
  await expect(page.getByText("找到 1 项")).toBeVisible();
  await search.fill("魑魅魍魉");
  await expect(page.getByText("没有找到“魑魅魍魉”。")).toBeVisible();
  await search.fill("");
  await expect(page.getByText(/^共 \d+ 项$/)).toBeVisible();
});

test("typing narrows the library without a further key", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("link", { name: "事项", exact: true }).click();
  await expect(page.getByText(/^共 \d+ 项$/)).toBeVisible();
  await page.getByRole("searchbox", { name: "搜索事项" }).fill("高龄");
  const list = page.getByRole("listbox", { name: "事项列表" });
  await expect(list.getByRole("option").first()).toContainText("高龄津贴");
  await expect(page.getByText(/^找到 \d+ 项$/)).toBeVisible();
});

test("facets narrow the library", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("link", { name: "事项", exact: true }).click();
  await expect(page.getByRole("heading", { name: "办事指南" })).toBeVisible();
  const themes = page.getByRole("region", { name: "按主题" });
  await themes.getByRole("button").first().click();
  await expect(page.getByText(/^找到 \d+ 项$/)).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(page.getByText(/^共 \d+ 项$/)).toBeVisible();
});

test("a guide says what to bring for the situation, how long, where and with what right", async ({ desk }) => {
  const { page } = desk;
  await desk.go("/matters/11441322900100787D4000131001000");
  const guide = page.getByRole("article");
  await expect(guide.getByRole("heading", { name: "个体工商户登记（设立）" })).toBeVisible();
  for (const part of ["要带什么", "办结时限", "去哪里办", "受理条件", "办理环节", "设定依据"]) {
    await expect(guide.getByRole("heading", { name: part })).toBeVisible();
  }
  await expect(guide).toContainText("数据截至");
  const progress = guide.getByText(/^已核对 0\/\d+$/);
  const all = await progress.innerText();
  await guide.getByText("个人经营", { exact: true }).first().click();
  await expect(guide).toContainText("先问：执照是您一个人经营，盈亏自己承担吗？");
  await expect(guide.getByText(/^已核对 0\/\d+$/)).not.toHaveText(all);
  await guide.getByRole("checkbox").first().locator("xpath=ancestor::label").click();
  await expect(guide.getByText(/^已核对 1\/\d+$/)).toBeVisible();
  await guide.getByRole("button", { name: "全部展开" }).click();
  await expect(guide.getByText("受理标准").first()).toBeVisible();

  await page.getByRole("button", { name: "登记此事项工单" }).click();
  const dialog = page.getByRole("dialog", { name: "登记工单" });
  await expect(dialog.getByRole("combobox", { name: "事项" })).toHaveValue("个体工商户登记（设立）");
  await page.keyboard.press("Escape");
});
