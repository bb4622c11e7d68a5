import type { Locator } from "@playwright/test";

import { type Desk, expect, test } from "../support/desk.ts";

interface Registered {
  ticket: { id: string };
}

interface Triaged {
  ticket: {
    status: string;
    complex: boolean | null;
    triage: { kind: string; right_office: Record<string, string> | null } | null;
    handoff: { to_organisation: string } | null;
  };
}

/** A request that chen.yumei has just claimed, opened at its triage. */
async function openTriage(desk: Desk, name: string): Promise<{ id: string; dialog: Locator }> {
  const { ticket } = await desk.ask<Registered>("ticket_register", {
    channel: "phone",
    nature: "procedure",
    subject: "医保转移",
    request: "医保关系怎么转过来？",
    requester: {
      kind: "natural_person",
      name,
      document: "resident_id",
      id_number: null,
      phone: null,
      credit_code: null,
      agent: null,
    },
    matter: null,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  await desk.go(`/tickets/${ticket.id}`);
  await expect(desk.page.getByRole("heading", { name, level: 2 })).toBeVisible();
  return { id: ticket.id, dialog: await pressTriage(desk) };
}

async function pressTriage({ page }: Desk): Promise<Locator> {
  await page.getByRole("button", { name: "分诊", exact: true }).click();
  return page.getByRole("dialog", { name: "分诊" });
}

async function ended(desk: Desk, ticket: string): Promise<Triaged["ticket"]> {
  return (await desk.ask<Triaged>("ticket_get", { ticket })).ticket;
}

test("answered at once: the answer is kept, the way is the caller's, and the case is settled", async ({ desk }) => {
  const { id, dialog } = await openTriage(desk, "甘静雯");
  await expect(dialog.getByRole("radio"), "four outcomes, none chosen").toHaveCount(4);
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "确定" })).toBeDisabled();
  await dialog.getByRole("radio", { name: /^当场答复/ }).focus();
  await desk.page.keyboard.press("Space");
  await expect(dialog).toContainText("提交后工单即闭环");
  await expect(dialog.getByRole("radio", { name: "电话" }), "she phoned").toBeChecked();
  const answer = dialog.getByLabel("答复内容");
  await answer.fill("带身份证到二楼医保窗口，");
  await expect(dialog).toContainText("草稿已保存");
  await desk.page.reload();
  await pressTriage(desk);
  await expect(answer).toHaveValue("带身份证到二楼医保窗口，");
  await answer.press("End");
  await answer.pressSequentially("当天办好。");
  await answer.press("Control+Enter");
  await expect(dialog).toHaveCount(0);
  const ticket = await ended(desk, id);
  expect(ticket).toMatchObject({ status: "settled", triage: { kind: "answered_now" } });
});

test("our own level: simple or complex, and the ticket stays in hand", async ({ desk }) => {
  const { id, dialog } = await openTriage(desk, "甘德明");
  await dialog.getByText("本级办理").click();
  await expect(dialog).toContainText("按简单诉求计办结时限");
  await dialog.getByText("复杂", { exact: true }).click();
  await expect(dialog).toContainText("按复杂诉求计办结时限");
  await dialog.getByRole("button", { name: "由本级办理" }).click();
  await expect(dialog).toHaveCount(0);
  const ticket = await ended(desk, id);
  expect(ticket).toMatchObject({ status: "working", complex: true, triage: { kind: "own_level" } });
  await expect(desk.page.getByRole("button", { name: "分诊", exact: true }), "once").toHaveCount(0);
});

test("a lower level: only those below us can be chosen, and they have to sign", async ({ desk }) => {
  const { id, dialog } = await openTriage(desk, "甘村生");
  await dialog.getByText("转下级").click();
  const submit = dialog.getByRole("button", { name: "转给下级" });
  await expect(submit).toBeDisabled();
  await dialog.getByRole("button", { name: "下级单位" }).click();
  const below = desk.page.getByRole("listbox", { name: "下级单位" });
  await expect(below.getByRole("option")).toHaveCount(2);
  await below.getByRole("option", { name: /白沙村站/ }).click();
  await expect(dialog).toContainText("等待 白沙村站 签收");
  await expect(submit, "without a note nobody knows what to do").toBeDisabled();
  await dialog.getByLabel("交办说明").fill("请上门核实居住情况。");
  await submit.click();
  await expect(dialog).toHaveCount(0);
  const ticket = await ended(desk, id);
  expect(ticket).toMatchObject({
    status: "awaiting_signature",
    handoff: { to_organisation: "baisha" },
    triage: { kind: "lower_level" },
  });
});

test("out of scope: the office comes from the directory or is written freely", async ({ desk }) => {
  const { id, dialog } = await openTriage(desk, "甘外婆");
  await dialog.getByText("不属本级范围").click();
  const office = dialog.getByRole("combobox", { name: "主管单位" });
  await office.fill("医疗保障");
  await desk.page.getByRole("option", { name: /医疗保障/ }).first().click();
  await expect(office).toHaveValue(/医疗保障局/);
  await expect(dialog.getByLabel("地址")).toHaveValue(/医保专区/);
  await expect(dialog.getByLabel("电话", { exact: true }).first()).toHaveValue("0752-5550704");

  await office.fill("惠州市医疗保障事业管理中心");
  await dialog.getByLabel("地址").fill("惠州市惠城区三新南路22号");
  await expect(office, "what was typed stays").toHaveValue("惠州市医疗保障事业管理中心");
  const submit = dialog.getByRole("button", { name: "告知并闭环" });
  await expect(submit, "nobody was told yet").toBeDisabled();
  await dialog.getByRole("button", { name: "照上面写一句" }).click();
  await expect(dialog.getByLabel("告知了什么")).toHaveValue(/惠州市惠城区三新南路22号/);
  await submit.click();
  await expect(dialog).toHaveCount(0);
  const ticket = await ended(desk, id);
  expect(ticket).toMatchObject({
    status: "settled",
    triage: {
      kind: "out_of_scope",
      right_office: {
        office: "惠州市医疗保障事业管理中心",
        address: "惠州市惠城区三新南路22号",
        phone: "0752-5550704",
        via: "phone",
      },
    },
  });
});
