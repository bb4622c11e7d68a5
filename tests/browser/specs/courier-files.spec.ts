import AxeBuilder from "@axe-core/playwright";
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";

import { type Desk, expect, test } from "../support/desk.ts";
import { filed, scan } from "../support/files.ts";
import { choose, layTable } from "../support/review.ts";

// Two people at machines of their own, and a trip there and back.
test.setTimeout(180_000);

interface Found {
  path: string;
  seen: { kind: string } | null;
}

/** The files of the last trip, as they lie in the folder for downloads. */
async function trip(desk: Desk): Promise<string[]> {
  const found = await desk.ask<Found[]>("courier_find", { folder: desk.host.downloads });
  return found.filter(({ seen }) => seen?.kind !== "back").map(({ path }) => path);
}

test("scans travel along as chosen: what goes and what stays is said before, and the answer says what came", async ({ desk, newDesk }) => {
  const village = await newDesk();
  const page = await village.signIn("li.futian");
  await layTable(village, "黎三婆");
  await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
  village.wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible();
  await choose(village, [scan("户口簿.png")]);
  await filed(page, "户口簿.png");

  await village.go("/courier");
  const pack = page.getByRole("region", { name: "装包带走" });
  const choice = pack.getByRole("radiogroup", { name: "扫描件和照片" });
  await expect(pack).toContainText(/带走 1 个，共 .+。/);
  await choice.getByText("不带", { exact: true }).click();
  await expect(pack, "what stays is said before one packs").toContainText(/不带文件；另有 1 个（.+）留在本机/);
  await choice.getByText("全部带走").click();
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
  await pack.getByRole("button", { name: "装包", exact: true }).click();
  await expect(pack).toContainText("1 个文件装在 1 个附件里");
  await expect(pack).toContainText("一共 2 个文件，请全部拷到 U 盘的同一个文件夹");

  const stick = join(desk.host.sticks, "村站");
  mkdirSync(stick, { recursive: true });
  for (const path of await trip(village)) copyFileSync(path, join(stick, basename(path)));
  await desk.go("/courier");
  const take = desk.page.getByRole("region", { name: "收到递送包" });
  const lying = take.getByRole("list", { name: "找到的递送包和回执" }).getByRole("listitem");
  await expect(lying.filter({ hasText: "附件 1/1" })).toBeVisible();
  await lying.filter({ hasText: "U 盘 村站" }).filter({ hasNotText: "附件" }).getByRole("button").click();
  await take.getByRole("button", { name: "代为递交" }).click();
  await expect(take.getByRole("alert")).toContainText("1 个附件也一并递交了。");

  const carried = await desk.ask<{ rows: { file: string }[] }>("courier_list");
  const back = join(stick, carried.rows.at(0)?.file ?? "");
  const taken = page.getByRole("region", { name: "收到递送包" });
  await taken.getByRole("textbox", { name: "文件的完整路径" }).fill(back);
  await taken.getByRole("button", { name: "查看", exact: true }).click();
  await taken.getByRole("button", { name: "读取回执" }).click();
  await expect(taken.getByRole("alert")).toContainText("1 个扫描件和照片平台已收到。");
  await expect(pack, "it waits for no line any more").toContainText("没有等待上传的扫描件和照片。");
});
