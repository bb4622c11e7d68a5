import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

/** Presses an option of a choice; its box itself is hidden. */
async function choose(page: Page, group: string, option: string): Promise<void> {
  const radios = page.getByRole("radiogroup", { name: group });
  await radios.getByText(option, { exact: true }).click();
  // The group may be called otherwise by now: it chooses the language too.
  await expect(page.getByRole("radio", { name: option, exact: true })).toBeChecked();
}

async function openSettings(desk: Desk): Promise<void> {
  await desk.page.getByRole("link", { name: "设置" }).click();
  await expect(desk.page.getByRole("heading", { name: "设置", level: 1 })).toBeVisible();
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test("the settings say who one is and how the data is protected", async ({ desk }) => {
  await openSettings(desk);
  const { page } = desk;
  await expect(page.getByText("chen.yumei")).toBeVisible();
  await expect(page.getByText("仅由密码保护").first()).toBeVisible();
  await expect(page.getByText("保护较弱：这台电脑没有可用的系统密钥库。")).toBeVisible();
  await expect(page.getByText(/^事项 \d+ 项，知识 \d+ 条$/)).toBeVisible();
});

test("the language changes at once, on every screen, and stays", async ({ desk }) => {
  const { page } = desk;
  await openSettings(desk);
  await choose(page, "语言", "English");
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("link", { name: /^Synced/ })).toBeVisible();
  await page.getByRole("button", { name: /^Staff card/ }).click();
  await page.getByRole("menuitem", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "设置", level: 1 })).toBeVisible();
});

test("dark is dark, also before the script has run", async ({ desk }) => {
  const { page } = desk;
  await openSettings(desk);
  await choose(page, "外观", "深色");
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor || "");
  await expect.poll(ground).toBe("rgb(20, 22, 26)");
  await page.reload();
  await expect(page.getByRole("heading", { name: "设置", level: 1 })).toBeVisible();
  expect(await ground()).toBe("rgb(20, 22, 26)");
});

test("the largest letters leave every screen usable at 1366 by 768", async ({ desk }) => {
  const { page } = desk;
  await openSettings(desk);
  await choose(page, "字号", "特大");
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe("24px");
  await desk.openTicket("邱惠芳");
  const paths = ["/matters", "/knowledge", "/inbox", "/sync", "/settings", "/tickets"];
  expect(await overflows(page), "case").toBe(false);
  await page.getByRole("button", { name: "打开事项与申请人" }).click();
  await expect(page.getByRole("dialog", { name: "事项与申请人" })).toContainText("申请材料");
  await page.keyboard.press("Escape");
  for (const path of paths) {
    await desk.go(path);
    await expect(page.getByRole("main")).not.toBeEmpty();
    expect(await overflows(page), path).toBe(false);
  }
});

test("single letters can be switched off", async ({ desk }) => {
  const { page } = desk;
  await openSettings(desk);
  await page.getByText("使用单字母快捷键").click();
  await expect(page.getByRole("checkbox", { name: /使用单字母快捷键/ })).not.toBeChecked();
  await page.keyboard.press("n");
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "搜索事项、材料、知识、办件" })).toBeFocused();
});
