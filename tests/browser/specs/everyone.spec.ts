import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

const MATTER = "11441322900100787D4000131001000";

/** The main screens: where, and what shows that each is there. */
const SCREENS: [name: string, path: string, ready: (page: Page) => Promise<void>][] = [
  ["queue", "/tickets", async (page) => expect(page.getByRole("option").first()).toBeVisible()],
  ["library", "/matters", async (page) => expect(page.getByRole("option").first()).toBeVisible()],
  ["guide", `/matters/${MATTER}`, async (page) => expect(page.getByRole("article")).toBeVisible()],
  ["knowledge", "/knowledge", async (page) => expect(page.getByRole("option").first()).toBeVisible()],
  ["inbox", "/inbox", async (page) => expect(page.getByRole("tabpanel")).toBeVisible()],
  ["sync", "/sync", async (page) => expect(page.getByRole("tabpanel")).toBeVisible()],
  ["courier", "/courier", async (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible()],
  ["practice", "/practice", async (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible()],
  ["settings", "/settings", async (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible()],
];

/** Serious and critical findings, each with where it is. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

async function set(desk: Desk, patch: Record<string, string>): Promise<void> {
  const now = await desk.ask<Record<string, unknown>>("preferences_get");
  await desk.ask("preferences_set", { ...now, ...patch });
  await desk.page.reload();
}

for (const [language, theme] of [["zh-CN", "light"], ["en", "dark"]] as const) {
  test(`everyone can use the main screens: ${language}, ${theme}`, async ({ desk }) => {
    test.setTimeout(180_000);
    const { page } = desk;
    await desk.openTicket("邱惠芳");
    await set(desk, { language, theme });
    await expect(page.getByRole("article")).toBeVisible();
    const found: Record<string, string[]> = { case: await findings(page) };
    for (const [name, path, ready] of SCREENS) {
      await desk.go(path);
      await ready(page);
      found[name] = await findings(page);
    }
    await desk.go("/tickets");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("社保");
    await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
    found["search"] = await findings(page);
    await page.keyboard.press("Escape");
    await desk.go("/tickets?register=new");
    await expect(page.getByRole("dialog")).toBeVisible();
    found["register"] = await findings(page);
    const some = Object.entries(found).filter(([, list]) => list.length > 0);
    expect(Object.fromEntries(some)).toEqual({});
  });
}

test("everyone can sign in", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.enter();
  await expect(page.getByLabel("密码", { exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test("an address that leads nowhere says so and leads back", async ({ desk }) => {
  const { page } = desk;
  await desk.go("/nowhere");
  await expect(page.getByText("没有这个页面。")).toBeVisible();
  await page.getByRole("link", { name: "回到工单" }).click();
  await expect(page.getByRole("tab", { name: "待我处理" })).toBeVisible();
});
