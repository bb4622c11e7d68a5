import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Desk, expect, test } from "../support/desk.ts";

test.setTimeout(150_000);

interface Bundles {
  rows: { file: string; way: string }[];
}

/** Looks at a file of a stick, the way it is done where there is no system dialog. */
async function look(desk: Desk, path: string): Promise<void> {
  const part = desk.page.getByRole("region", { name: "收到递送包" });
  await part.getByRole("textbox", { name: "文件的完整路径" }).fill(path);
  await part.getByRole("button", { name: "查看", exact: true }).click();
}

test("nothing packed yet: the page says what belongs there, and an empty bundle can ask for what is new", async ({ newDesk }) => {
  const desk = await newDesk();
  const page = await desk.signIn("lin.zhiqiang");
  await page.getByRole("link", { name: /^已同步/ }).click();
  await page.getByRole("link", { name: "离线递送" }).click();
  await expect(page.getByRole("heading", { name: "离线递送", level: 1 })).toBeVisible();
  const pack = page.getByRole("region", { name: "装包带走" });
  await expect(pack).toContainText("没有等平台答复的操作。");
  await expect(pack).toContainText("现在有网络，操作会自动上传，不必装包。");
  await expect(page.getByRole("region", { name: "递送记录" })).toContainText("还没有递送过。");
  await page.getByRole("link", { name: "返回同步" }).click();
  await expect(page.getByRole("tab", { name: /待上传/ })).toBeVisible();
});

test("a file that is missing or is something else is named for what it is, and nothing happens", async ({ desk }) => {
  desk.complaints.expect(/courier_inspect/);
  const { page } = desk;
  await desk.go("/courier");
  const part = page.getByRole("region", { name: "收到递送包" });
  await expect(part.getByRole("button", { name: "查看", exact: true }), "no path yet").toBeDisabled();
  await look(desk, "/nowhere/帮办递送-3F9A01-0007.bbx");
  await expect(part.getByRole("alert")).toContainText("文件读不出来，请确认 U 盘已插好、文件还在。");
  const other = join(desk.host.downloads, "..", "报表.bbx");
  writeFileSync(other, "姓名,电话\n");
  await look(desk, other);
  await expect(part.getByRole("alert")).toContainText("这不是帮办递送包。");
  await expect(part.getByRole("button", { name: /递交|读取/ })).toHaveCount(0);
});

test("a village without a line: packed there, handed over at the township, and the answer read back there", async ({ desk, newDesk }) => {
  const village = await newDesk();
  await village.signIn("li.futian");
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
  await village.go("/courier");
  const pack = village.page.getByRole("region", { name: "装包带走" });
  await expect(pack).toContainText("2 条操作还没有平台答复");
  await expect(pack).toContainText("没有等待上传的扫描件和照片。");
  await pack.getByRole("button", { name: "装包", exact: true }).click();
  await expect(pack).toContainText("第 1 包已装好");
  await expect(pack).toContainText("内含 2 条操作");
  const history = village.page.getByRole("region", { name: "递送记录" });
  await expect(history).toContainText("2 条操作·2 条等答复");
  const { rows } = await village.ask<Bundles>("courier_list");
  const bundle = join(village.host.downloads, rows[0]?.file ?? "");

  await look(village, bundle);
  const taken = village.page.getByRole("region", { name: "收到递送包" });
  await expect(taken).toContainText("这是本台自己装的递送包，请带到联网的工作台递交。");
  await expect(taken, "said before one starts").toContainText("代为递交要连接平台，现在连不上。");
  await expect(taken.getByRole("button", { name: "代为递交" })).toHaveAttribute("aria-disabled", "true");
  await taken.getByRole("button", { name: "换一个文件" }).click();

  const { page } = desk;
  await desk.go("/courier");
  await look(desk, bundle);
  const part = page.getByRole("region", { name: "收到递送包" });
  await expect(part).toContainText("这是别人托带的递送包");
  await part.getByRole("button", { name: "代为递交" }).click();
  await expect(part.getByRole("alert")).toContainText("第 1 包已递交");
  await expect(part).toContainText("回执存在递送包旁边");
  await expect(page.getByRole("region", { name: "递送记录" })).toContainText("代为递交");
  const carried = await desk.ask<Bundles>("courier_list");
  const answer = join(village.host.downloads, carried.rows[0]?.file ?? "");
  await part.getByRole("button", { name: "换一个文件" }).click();
  await look(desk, answer);
  await expect(part, "an answer for somebody else").toContainText("请带回装包的那一台。");
  await expect(part.getByRole("button", { name: "读取回执" })).toHaveCount(0);

  await look(village, answer);
  await expect(taken).toContainText("这是给本账号的回执。");
  await taken.getByRole("button", { name: "读取回执" }).click();
  await expect(taken.getByRole("alert")).toContainText("第 1 包的回执已读取");
  await expect(taken).toContainText("2 条已接受");
  await expect(pack, "though there was never a line").toContainText("没有等平台答复的操作。");
  await expect(history).toContainText("都已答复");
});
