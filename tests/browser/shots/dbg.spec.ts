import { expect, test } from "../support/desk.ts";
import { BLURRED, png } from "../support/papers.ts";
import { choose, layTable } from "../support/review.ts";
test("dbg", async ({ desk }) => {
  const { page } = desk;
  await layTable(desk, "温秀兰");
  const now = await desk.ask<object>("preferences_get");
  await desk.ask("preferences_set", { ...now, scale: "1.5" });
  await page.reload();
  await page.getByRole("tab", { name: /文件/ }).click();
  await choose(desk, png("模糊.png", 1000, 1400, BLURRED));
  await expect(page.getByText("没有对准焦")).toBeVisible();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/shots-files/dbg.png" });
  console.log(await page.evaluate(() => {
    const out: string[] = [];
    let e = document.querySelector('img[alt="模糊.png"]') as HTMLElement | null;
    while (e && out.length < 9) { const r = e.getBoundingClientRect(); out.push(`${e.tagName}.${e.className} ${Math.round(r.x)},${Math.round(r.y)} ${Math.round(r.width)}x${Math.round(r.height)} ${getComputedStyle(e).flex} ${getComputedStyle(e).flexDirection}`); e = e.parentElement; }
    return out.join("\n");
  }));
});
