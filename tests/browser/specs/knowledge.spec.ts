import { expect, test } from "../support/desk.ts";

test("an answer comes with its basis and leads to its matter", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("link", { name: "知识", exact: true }).click();
  await page.getByRole("searchbox", { name: "搜索知识" }).fill("高龄津贴");
  const list = page.getByRole("listbox", { name: "知识条目" });
  await list.getByRole("option", { name: /高龄/ }).first().click();
  const entry = page.getByRole("article");
  await expect(entry.getByRole("heading", { name: "答复" })).toBeVisible();
  await expect(entry.getByRole("heading", { name: "依据" })).toBeVisible();
  await expect(entry).toContainText("有效");
  await entry.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "要带什么" })).toBeVisible();
});

test("what has expired is struck out and cannot be copied into an answer", async ({ desk }) => {
  const { page } = desk;
  const all = await desk.ask<{ rows: { id: string; standing: string }[] }>("knowledge_search", {
    text: "",
    kind: null,
    offset: 0,
    limit: 200,
  });
  const expired = all.rows.find((row) => row.standing === "expired");
  expect(expired, "the sample has one").toBeDefined();
  await desk.go(`/knowledge/${expired?.id ?? ""}`);
  const entry = page.getByRole("article");
  await expect(entry.getByText(/失效，不能再用来答复群众/)).toBeVisible();
  const copy = entry.getByRole("button", { name: "复制答复和依据" });
  await expect(copy).toHaveAttribute("aria-disabled", "true");
});

test("one kind can be listed, and nothing found says what to try", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("link", { name: "知识", exact: true }).click();
  await expect(page.getByText(/^共 \d+ 条$/)).toBeVisible();
  await page.getByRole("button", { name: "类型" }).click();
  await page.getByRole("option", { name: "办理口径", exact: true }).click();
  await expect(page.getByText(/^找到 \d+ 条$/)).toBeVisible();
  for (const row of await page.getByRole("listbox").getByRole("option").all()) {
    await expect(row).toContainText("办理口径");
  }
  await page.getByRole("searchbox", { name: "搜索知识" }).fill("魑魅魍魉");
  await expect(page.getByText("没有找到“魑魅魍魉”。")).toBeVisible();
  await page.getByRole("button", { name: "清除条件" }).click();
  await expect(page.getByText(/^共 \d+ 条$/)).toBeVisible();
});
