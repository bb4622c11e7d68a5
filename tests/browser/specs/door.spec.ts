import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, PASSWORD, test } from "../support/desk.ts";

test("the link lets one browser in, once", async ({ newDesk, browser }) => {
  const desk = await newDesk();
  const page = await desk.enter();
  await expect(page.getByRole("heading", { name: "帮办工作台" })).toBeVisible();

  const stranger = await browser.newContext();
  const second = await stranger.newPage();
  const used = await second.goto(desk.host.link);
  expect(used?.status(), "the link was used").toBe(401);
  await expect(second.getByText("链接已用过或已失效")).toBeVisible();
  const bare = await second.goto(desk.host.origin);
  expect(bare?.status(), "nothing without the cookie").toBe(401);
  const call = await stranger.request.post(`${desk.host.origin}/rpc/session_state`, {
    data: {},
    headers: { origin: desk.host.origin },
  });
  expect(call.status(), "no command either").toBe(401);
  await stranger.close();

  await page.reload();
  await expect(page.getByLabel("密码")).toBeVisible();
});

test("a page elsewhere can send no command, even with the cookie", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.enter();
  await expect(page.getByLabel("密码")).toBeVisible();
  const call = await page.request.post(`${desk.host.origin}/rpc/session_state`, {
    data: {},
    headers: { origin: "http://example.com" },
  });
  expect(call.status()).toBe(403);
});

test("a wrong password and a missing platform are told in the counter's words", async ({ newDesk }) => {
  const desk = await newDesk();
  desk.complaints.expect(/422/);
  const page = await desk.enter();
  const signIn = page.getByRole("button", { name: "登录" });
  await expect(signIn, "nothing to sign in with yet").toBeDisabled();
  await page.getByLabel("账号", { exact: true }).fill("chen.yumei");
  await page.getByLabel("密码", { exact: true }).fill("不是这个");
  await signIn.click();
  await expect(page.getByText("账号或密码不对，请再输一次。")).toBeVisible();
  await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("账号", { exact: true })).toHaveValue("chen.yumei");

  desk.wire.cut();
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await signIn.click();
  await expect(page.getByText("首次在这台电脑登录需要连接平台，现在连不上。")).toBeVisible();
});

test("who has guessed passwords sees how long to wait, and what was typed stays", async ({ newDesk }) => {
  const desk = await newDesk();
  desk.complaints.expect(/422|429/);
  await desk.signIn("su.xiaoling");
  const page = await desk.restart();
  const password = page.getByLabel("密码", { exact: true });
  const signIn = page.getByRole("button", { name: "登录" });
  for (let guess = 1; guess <= 5; guess += 1) {
    await password.fill(`猜的 ${guess}`);
    await signIn.click();
    await expect(page.getByText("账号或密码不对，请再输一次。")).toBeVisible();
    await expect(password).toHaveValue("");
  }
  await page.clock.install();
  await password.fill(PASSWORD);
  await signIn.click();
  await expect(page.getByText(/^这个账号的密码连续输错多次/)).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^还要等 0:(30|[0-2]\d)$/);
  await expect(signIn).toBeDisabled();
  // The wait is over, as if the last guess had been a minute earlier.
  const [account = ""] = readdirSync(join(desk.host.data, "accounts"));
  const record = join(desk.host.data, "accounts", account, "tries.json");
  const tries = JSON.parse(readFileSync(record, "utf8")) as { last: number };
  writeFileSync(record, JSON.stringify({ ...tries, last: tries.last - 60_000 }));
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("timer"), "it goes by itself").toBeHidden();
  await signIn.click();
  await expect(page.getByRole("navigation", { name: "主导航", includeHidden: true })).toBeVisible();
});

test("the first sign-in fetches everything; the next one needs no network", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.enter();
  await expect(page.getByText("首次在这台电脑登录需要连接平台")).toBeVisible();
  await page.getByLabel("账号", { exact: true }).fill("su.xiaoling");
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("密码", { exact: true }).press("Enter");
  await expect(page.getByRole("dialog", { name: "这台电脑没有可用的系统密钥库" })).toBeVisible();
  await desk.settle();
  await expect(page.getByRole("button", { name: /^工作人员：\s?苏晓玲/ })).toBeVisible();

  desk.wire.cut();
  const again = await desk.restart();
  await expect(again.getByRole("radio", { name: /苏晓玲/ })).toBeChecked();
  await again.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await again.getByLabel("密码", { exact: true }).press("Enter");
  await expect(again.getByRole("tab", { name: "待我处理" })).toBeVisible();
  await expect(again.getByRole("link", { name: /^离线/ })).toBeVisible();
  await expect(again.getByRole("option").first()).toBeVisible();
});

test("whoever leaves signs out, and the screen shows nothing any more", async ({ newDesk }) => {
  const desk = await newDesk();
  desk.complaints.expect(/401/);
  const page = await desk.signIn("lin.zhiqiang");
  await desk.openTicket("陈秀英");
  await page.getByRole("button", { name: /^工作人员：\s?林志强/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page.getByLabel("密码", { exact: true })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByLabel("密码", { exact: true })).toBeVisible();
});
