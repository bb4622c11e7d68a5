import { expect, test } from "../support/desk.ts";

/** The sample's case whose applicant has let the period of the correction notice pass. */
const APPLICANT = "周俊豪";

test("what an applicant brings too late is taken in only with a reason, which stays on record", async ({ desk }) => {
  const { page } = desk;
  const query = { view: "all", text: APPLICANT, stage: null, status: null, channel: null };
  const { rows } = await desk.ask<{ rows: { id: string }[] }>("ticket_list", {
    ...query, matter: null, due_before: null, sort: "newest", offset: 0, limit: 1,
  });
  await desk.go(`/tickets/${rows[0]?.id ?? "the case"}/review`);
  await expect(page.getByText("已过补正期限。仍收件须写明原因。")).toBeVisible();
  await page.getByRole("button", { name: "登记补正收件" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "登记补正收件" });
  const reason = dialog.getByRole("textbox", { name: "逾期仍收件的原因" });
  await expect(reason).toBeFocused();
  const submit = dialog.getByRole("button", { name: "登记补正收件" });
  await expect(submit).toBeDisabled();
  await reason.fill("税务系统停机三天，非本人原因。");
  await expect(submit).toBeEnabled();
  await reason.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("待复审").first()).toBeVisible();
  await page.getByRole("button", { name: "补正告知记录 1" }).press("Enter");
  const history = page.getByRole("dialog", { name: "补正告知记录" });
  await expect(history).toContainText("逾期收件：税务系统停机三天，非本人原因。");
});
