import AxeBuilder from "@axe-core/playwright";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

// Several people sign in, each at a machine of their own.
test.setTimeout(180_000);

interface Bundles {
  rows: { file: string }[];
}

async function findings(page: Page): Promise<string[]> {
  // React Aria's own announcements pass through here and are gone a moment later.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** A day's work at a village station without a line, packed. Returns the bundle. */
async function packed(village: Desk): Promise<string> {
  village.wire.cut();
  await expect(village.page.getByRole("link", { name: /^离线/ })).toBeVisible();
  const requester = {
    kind: "natural_person", name: "黎三婆", document: "resident_id",
    id_number: null, phone: null, credit_code: null, agent: null,
  };
  await village.ask("ticket_register", {
    channel: "counter", nature: "procedure", subject: "养老待遇资格认证", request: "怎么认证。", requester,
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: true,
  });
  await village.ask("courier_export", { files: "none" });
  const { rows } = await village.ask<Bundles>("courier_list");
  return join(village.host.downloads, rows[0]?.file ?? "");
}

test("a manager releases the bundle of a disabled account with a reason, and may have the answer again", async ({ desk, newDesk, platform }) => {
  const office = await newDesk();
  await office.signIn("liao.jianping");
  const { page } = office;
  await page.getByRole("link", { name: "站点", exact: true }).click();
  await page.getByRole("link", { name: "停用账号的递送包" }).click();
  await expect(page.getByText("没有等待放行的递送包。")).toBeVisible();
  const village = await newDesk();
  await village.signIn("li.futian");
  const bundle = await packed(village);
  platform.staff("disable", "li.futian");
  try {
    // Handed over by whoever came by: found on the stick, nothing is browsed for.
    const stick = join(desk.host.sticks, "KINGSTON");
    mkdirSync(stick, { recursive: true });
    copyFileSync(bundle, join(stick, "帮办递送-托带.bbx"));
    await desk.go("/courier");
    const take = desk.page.getByRole("region", { name: "收到递送包" });
    const lying = take.getByRole("list", { name: "找到的递送包和回执" });
    await expect(lying.getByRole("listitem").first()).toContainText("U 盘 KINGSTON");
    await lying.getByRole("button", { name: "查看 帮办递送-托带.bbx" }).click();
    await take.getByRole("button", { name: "代为递交" }).click();
    await expect(take.getByRole("alert")).toContainText("这个账号已停用");

    await page.reload();
    const waiting = page.getByRole("list", { name: "等待放行" });
    await expect(waiting.getByRole("listitem")).toContainText("黎福田");
    await expect(waiting.getByRole("listitem")).toContainText("2 条操作");
    await expect(waiting.getByRole("listitem")).toContainText("陈玉梅 送到");
    expect(await findings(page)).toEqual([]);
    const release = waiting.getByRole("button", { name: "放行…" });
    office.wire.cut();
    await expect(page.getByText(/^现在没有连上平台，下面是/)).toBeVisible({ timeout: 40_000 });
    await expect(release, "said before one starts").toHaveAttribute("aria-disabled", "true");
    office.wire.mend();
    await expect(release).not.toHaveAttribute("aria-disabled", "true", { timeout: 40_000 });
    await release.click();
    const dialog = page.getByRole("dialog", { name: /^放行 .*黎福田 的递送包$/ });
    await expect(dialog).toContainText("放行之后不能撤回。");
    const submit = dialog.getByRole("button", { name: "放行并保存回执" });
    await expect(submit, "a reason is needed").toBeDisabled();
    await dialog.getByRole("textbox", { name: "放行原因" }).fill("停用前做的，已向本人核实。");
    expect(await findings(page)).toEqual([]);
    await submit.click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("alert")).toContainText("第 1 包的回执已保存");
    await expect(page.getByText("没有等待放行的递送包。")).toBeVisible();
    const done = page.getByRole("list", { name: "已放行" });
    await expect(done.getByRole("listitem")).toContainText("原因：停用前做的，已向本人核实。");
    await expect(done.getByRole("listitem")).toContainText("廖建平 放行");
    await done.getByRole("button", { name: "再存一次回执" }).click();
    await expect(page.getByRole("alert")).toContainText("(2).bbx");
  } finally {
    platform.staff("enable", "li.futian");
  }
});

test("a person at a counter has no way to the bundles of others, by link or by address", async ({ desk }) => {
  const { page } = desk;
  await desk.go("/courier");
  await expect(page.getByRole("heading", { name: "离线递送", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "停用账号的递送包" })).toHaveCount(0);
  await desk.go("/stations/held");
  await expect(page.getByText("这一页供管理专员使用。")).toBeVisible();
});

test("a desk gets a name in the settings, and managers find it by that name", async ({ desk, newDesk }) => {
  const { page } = desk;
  await desk.go("/settings");
  const part = page.getByRole("region", { name: "本机", exact: true });
  await expect(part).toContainText(/没有填写时叫“石湾镇/);
  await part.getByRole("textbox", { name: "本机名称" }).fill("石湾镇便民服务中心 2号窗");
  await part.getByRole("button", { name: "使用" }).click();
  await expect(part.getByRole("textbox", { name: "本机名称" })).toHaveValue("石湾镇便民服务中心 2号窗");
  const office = await newDesk();
  await office.signIn("liao.jianping");
  await office.go("/stations");
  const list = office.page.getByRole("listbox", { name: "站点列表" });
  await expect(list.getByRole("option", { name: /石湾镇便民服务中心 2号窗/ })).toBeVisible({ timeout: 40_000 });
  await part.getByRole("button", { name: "改回默认" }).click();
  await expect(part.getByRole("textbox", { name: "本机名称" })).toHaveValue("");
});

test("a manager shuts out a desk that was lost, with a reason, and the desk is signed out", async ({ newDesk }) => {
  const village = await newDesk();
  await village.signIn("li.futian");
  const { station } = await village.ask<{ station: string }>("station_health");
  const short = station.slice(-6).toUpperCase();
  const office = await newDesk();
  await office.signIn("liao.jianping");
  const { page } = office;
  await office.go("/stations");
  await page.getByRole("listbox", { name: "站点列表" }).getByRole("option", { name: new RegExp(short) }).click();
  const details = page.getByRole("complementary");
  await details.getByRole("button", { name: "丢失或被盗…" }).click();
  const dialog = page.getByRole("dialog", { name: new RegExp(`^吊销 .*（${short}）的签名$`) });
  await expect(dialog).toContainText("不能撤回。");
  const submit = dialog.getByRole("button", { name: "吊销签名" });
  await expect(submit, "a reason is needed").toBeDisabled();
  await dialog.getByRole("textbox", { name: "原因" }).fill("下乡途中丢失。");
  expect(await findings(page)).toEqual([]);
  await submit.click();
  await expect(dialog).toHaveCount(0);
  await expect(details).toContainText("吊销过签名");
  await village.ask("sync_now");
  await expect(village.page.getByRole("link", { name: /^重新登录后同步/ })).toBeVisible({ timeout: 40_000 });
});
