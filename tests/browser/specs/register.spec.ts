import { expect, test } from "../support/desk.ts";

test("a mistyped number is pointed out and does not stop the registration", async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "登记工单" });
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(dialog).toContainText("请填写申请人姓名或名称");
  await dialog.getByLabel("姓名", { exact: true }).fill("何阿婆");
  await dialog.getByLabel("身份证号或其他证件号码").fill("441300199706123266");
  await expect(dialog).toContainText("身份证号校验位不符，请再核对一次");
  await dialog.getByLabel("联系电话").fill("123");
  await expect(dialog).toContainText("不像常见的电话号码，请再核对一次");
  await dialog.getByRole("combobox", { name: "事项" }).fill("高龄");
  await page.getByRole("option", { name: /^高龄/ }).first().click();
  await dialog.getByLabel("群众怎么说").fill("老人想问高龄津贴怎么领。");
  await dialog.getByText("走绿色通道").click();
  await dialog.getByRole("button", { name: "老年人" }).click();
  await dialog.getByRole("button", { name: "登记并认领" }).click();
  await expect(page.getByRole("heading", { name: "何阿婆" })).toBeVisible();
  const file = page.getByRole("article");
  await expect(file).toContainText("绿色通道");
  await expect(file).not.toContainText("待平台编号");
  await expect(file).toContainText("首问责任人 陈玉梅");
});

test("a registration that was interrupted is still there", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "登记工单" });
  await dialog.getByText("单位", { exact: true }).click();
  await dialog.getByLabel("单位名称").fill("园洲镇利民五金店");
  await dialog.getByLabel("统一社会信用代码").fill("91441322MA4W000000");
  await expect(dialog).toContainText("统一社会信用代码校验位不符，请再核对一次");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toContainText("已恢复");
  await expect(dialog.getByLabel("单位名称")).toHaveValue("园洲镇利民五金店");
  await dialog.getByRole("button", { name: "清空重填" }).click();
  await expect(dialog.getByLabel("姓名", { exact: true })).toHaveValue("");
});
