import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

const DEVICES = ["高拍仪", "身份证读卡器", "打印机", "网络", "叫号和评价器"];

/** Serious and critical findings, each with where it is. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Opens a case that nobody works on. */
async function begin(desk: Desk, matter: string, id: string): Promise<void> {
  const { page } = desk;
  await desk.ask("practice_begin", { case: id, anew: true });
  await desk.go("/practice");
  await page.reload();
  await page.getByRole("button", { name: `接着练：${matter}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: matter })).toBeVisible();
}

/** The devices, the call, the first words and the identity. */
async function arrive(page: Page, acts: string): Promise<void> {
  for (const device of DEVICES) {
    const box = page.getByRole("checkbox", { name: new RegExp(`^${device}`) });
    await box.click({ force: true });
    await expect(box).toBeChecked();
  }
  await page.getByRole("button", { name: "叫下一位" }).click();
  await page.getByLabel("您的第一句话").fill("您好，请坐。");
  await page.getByRole("button", { name: "说", exact: true }).click();
  await expect(page.getByText(/秒内作了首次响应/)).toBeVisible();
  await page.getByText(acts, { exact: true }).click();
  await page.getByRole("button", { name: "去办理" }).click();
}

const line = (page: Page, name: string) =>
  page.getByRole("list", { name: "材料" }).getByRole("button", { name: new RegExp(`^${name}`) });

test("a run is worked through with the keys of the review, left in the middle and compared at the end", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  await begin(desk, "个体工商户登记（设立）", "household-business");
  await expect(page.getByText("练习 · 与真实业务无关")).toBeVisible();
  await arrive(page, "本人办");

  await expect(page.getByRole("group", { name: "个体工商户登记（备案）申请书" })).toContainText("何志明");
  await page.keyboard.press("4");
  await expect(page.getByRole("alert")).toContainText("不能容缺后补");
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "经营场所写到路名没写门牌号" }).click();
  await expect(line(page, "个体工商户登记（备案）申请书")).toContainText("需补正");
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "经营者居民身份证" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByRole("heading", { name: "经营场所使用证明" }), "on to the next one").toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "经营场所使用证明" }), "it goes on there").toBeVisible();
  await expect(line(page, "个体工商户登记（备案）申请书")).toContainText("需补正");
  await page.getByRole("button", { name: /和哪份对照/ }).click();
  await page.getByRole("option", { name: "身份证件" }).click();
  await expect(page.getByRole("group", { name: "居民身份证" }), "the card lies beside it").toBeVisible();
  await page.keyboard.press("1");
  await line(page, "告知与办结").click();
  await page.getByRole("button", { name: "告知申请人（1 份）" }).click();
  await page.getByText("需要补正，等申请人补来").click();
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await page.getByText(/五个等级都可以选，由您自己按/).click();
  await page.getByRole("button", { name: "这样邀请" }).click();
  await expect(page.getByText("申请人离开了窗口")).toBeVisible();
  await page.getByRole("button", { name: "交卷" }).click();

  await expect(page.getByText("分，满分 100")).toBeVisible();
  await expect(page.getByText("未通过")).toBeVisible();
  await expect(page.getByText("有问题，您放过了。"), "what was missed comes first").toBeVisible();
  await expect(page.getByText(/合同写“何志铭”，身份证是“何志明”/)).toBeVisible();
  await expect(page.getByText("红框处就是问题所在。")).toBeVisible();
  await page.getByRole("button", { name: /^首次响应/ }).click();
  await expect(page.getByText("您好，请坐。")).toBeVisible();

  await page.getByRole("button", { name: "再练一次" }).click();
  await expect(page.getByText("开窗口前先查设备", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "回到练习" }).click();
  await expect(page.getByRole("table")).toContainText("个体工商户登记（设立）");
});

test("what is left out is named before a run is handed in, and can still be done", async ({ desk }) => {
  const { page } = desk;
  await begin(desk, "高龄津贴发放", "elderly-allowance");
  await arrive(page, "本人办");
  await page.getByRole("button", { name: "交卷" }).click();
  const dialog = page.getByRole("dialog", { name: "还有没做完的" });
  await expect(dialog).toContainText("5 份材料没有审");
  await expect(dialog).toContainText("没有邀请评价");
  await dialog.getByRole("button", { name: "接着做" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "放弃这次，从头开始" }).click();
  await page.getByRole("dialog", { name: "从头开始？" }).getByRole("button", { name: "从头开始" }).click();
  await expect(page.getByText("已查 0/5")).toBeVisible();
});

test("who comes to the wrong office is told where to go", async ({ desk }) => {
  const { page } = desk;
  await begin(desk, "机动车驾驶证期满换证", "driving-licence");
  await arrive(page, "本人办");
  await line(page, "告知与办结").click();
  await page.getByText("不属本级，告知去向").click();
  await expect(page.getByRole("button", { name: "办结", exact: true }), "where to is not said").toBeDisabled();
  await page.getByRole("button", { name: /请申请人去/ }).click();
  await page.getByRole("option", { name: /车辆管理所/ }).click();
  await page.getByRole("button", { name: "办结", exact: true }).click();
  await page.getByText(/匿名、实名都行/).click();
  await page.getByRole("button", { name: "这样邀请" }).click();
  await page.getByRole("button", { name: "交卷" }).click();
  await expect(page.getByText("100", { exact: true })).toBeVisible();
  await expect(page.getByText("通过", { exact: true })).toBeVisible();
  await expect(page.getByText(/0752-6620233/).first(), "with address and phone").toBeVisible();
});

test("everyone can practise, also at a large font and in the dark", async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const found: Record<string, string[]> = {};
  await begin(desk, "出生登记", "birth");
  found["devices"] = await findings(page);
  await arrive(page, "法定监护");
  await expect(page.getByRole("group", { name: "出生医学证明" })).toBeVisible();
  found["handling"] = await findings(page);
  const now = await desk.ask<Record<string, unknown>>("preferences_get");
  await desk.ask("preferences_set", { ...now, scale: "1.5", theme: "dark" });
  await page.reload();
  await expect(page.getByRole("group", { name: "出生医学证明" })).toBeVisible();
  found["dark"] = await findings(page);
  const stages = page.getByRole("navigation", { name: "练习步骤" });
  await stages.getByRole("button", { name: /身份核验/ }).click();
  found["identity"] = await findings(page);
  await stages.getByRole("button", { name: /评价/ }).click();
  found["evaluation"] = await findings(page);
  const result = await desk.ask<{ id: string }>("practice_hand_in", { case: "birth" });
  await desk.go(`/practice/runs/${result.id}`);
  await expect(page.getByText("分，满分 100")).toBeVisible();
  found["result"] = await findings(page);
  await desk.go("/practice");
  await expect(page.getByRole("table")).toBeVisible();
  found["home"] = await findings(page);
  const some = Object.entries(found).filter(([, list]) => list.length > 0);
  expect(Object.fromEntries(some)).toEqual({});
});

test("a case that does not exist says so and leads back", async ({ desk }) => {
  const { page } = desk;
  desk.complaints.expect(/practice_get/);
  await desk.go("/practice/nowhere");
  await expect(page.getByText("没有这个练习。")).toBeVisible();
  await page.getByRole("button", { name: "回到练习" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "练习" })).toBeVisible();
});
