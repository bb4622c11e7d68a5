import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../support/desk.ts";

// Several people sign in, each at a machine of their own.
test.setTimeout(240_000);

const WORDS = "魑魅断缴补缴 11010519491231002X";
const QUESTION = "养老保险在外省断缴三年，户口迁来后能不能补缴";
const TITLE = "外省断缴的养老保险能否补缴";

async function findings(page: Page): Promise<string[]> {
  // React Aria's own announcements pass through here and are gone a moment later.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-live-announcer]").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The row of a question in the list that is open. */
function row(page: Page): Locator {
  return page.getByRole("listbox", { name: "提问列表" }).getByRole("option", { name: new RegExp(QUESTION) });
}

test("what a specialist cannot find is drafted, published, and found by everybody", async ({ desk, newDesk }) => {
  const { page } = desk;
  await page.getByRole("link", { name: "知识", exact: true }).click();
  await page.getByRole("searchbox", { name: "搜索知识" }).fill(WORDS);
  await page.getByRole("button", { name: /^(提出这个问题|没有合适的？提问)$/ }).click();
  const asking = page.getByRole("dialog", { name: "提出知识问题" });
  const text = asking.getByRole("textbox", { name: "问题" });
  await expect(text, "what was searched for is where one begins").toHaveValue(WORDS);
  await expect(asking.getByRole("alert")).toContainText("内容里有证件号码");
  await expect(asking.getByRole("alert")).toContainText("〔证件号码〕");
  const submit = asking.getByRole("button", { name: "提交提问" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  expect(await findings(page)).toEqual([]);
  await asking.getByRole("button", { name: "去掉个人信息" }).click();
  await expect(text).toHaveValue("魑魅断缴补缴 〔证件号码〕");
  await expect(asking.getByText("检索“魑魅断缴补缴 〔证件号码〕”，没有合适的结果")).toBeVisible();
  await text.fill(QUESTION);
  await asking.getByRole("textbox", { name: /^建议的答复/ }).fill("断缴期间不能补缴。");
  await expect(asking.getByText("草稿已保存")).toBeVisible();

  await page.reload();
  await expect(asking.getByText(/没有提交的提问/)).toBeVisible();
  await expect(text, "what was typed outlives the page").toHaveValue(QUESTION);
  await submit.click();
  await expect(asking).toHaveCount(0);
  const question = page.getByRole("article");
  await expect(question.getByRole("heading", { name: QUESTION, level: 1 })).toBeVisible();
  await expect(question).toContainText("您已经提过这个问题");
  await expect(row(page)).toContainText(/剩 \d 个工作日/);
  expect(await findings(page)).toEqual([]);

  const department = await newDesk();
  const he = await department.signIn("he.mingyuan");
  await he.getByRole("link", { name: "知识", exact: true }).click();
  await he.getByRole("link", { name: /^提问/ }).click();
  await row(he).click();
  await he.getByRole("button", { name: "起草条目" }).click();
  const drafting = he.getByRole("dialog", { name: "起草条目" });
  await expect(drafting.getByRole("textbox", { name: /^标题/ })).toHaveValue(QUESTION);
  await expect(drafting.getByRole("textbox", { name: /^答复（/ })).toHaveValue("断缴期间不能补缴。");
  await drafting.getByRole("textbox", { name: /^标题/ }).fill("高龄津贴怎么申请");
  await expect(drafting.getByRole("region", { name: "已有相近条目" })).toBeVisible();
  expect(await findings(he)).toEqual([]);
  await drafting.getByRole("textbox", { name: /^标题/ }).fill(TITLE);
  await drafting.getByRole("textbox", { name: /^其他问法/ }).fill("断缴能补吗");
  await drafting.getByRole("button", { name: "提交，等待发布" }).click();
  await expect(drafting.getByText("请填写依据的文件名称"), "a standard cites").toBeVisible();
  await drafting.getByRole("textbox", { name: /^文件名称/ }).fill("中华人民共和国社会保险法");
  await drafting.getByRole("textbox", { name: "条款" }).fill("第十六条");
  await drafting.getByRole("button", { name: "提交，等待发布" }).click();
  await expect(drafting).toHaveCount(0);
  await expect(he.getByRole("article")).toContainText("还没有发布，不能用来答复群众。");
  expect(await findings(he)).toEqual([]);

  const office = await newDesk();
  const zhong = await office.signIn("zhong.wenhui");
  await zhong.getByRole("link", { name: "收件", exact: false }).first().click();
  await zhong.getByRole("option", { name: /知识条目待发布/ }).click();
  await expect(zhong.getByRole("heading", { name: QUESTION, level: 1 })).toBeVisible();
  await zhong.getByRole("button", { name: "退回修改" }).click();
  const back = zhong.getByRole("dialog", { name: "退回修改" });
  await back.getByRole("textbox", { name: "要改什么" }).fill("请写明延长缴费的办法。");
  expect(await findings(zhong)).toEqual([]);
  await back.getByRole("button", { name: "退回", exact: true }).click();

  await expect(he.getByRole("article")).toContainText("钟文慧退回修改：请写明延长缴费的办法。", { timeout: 40_000 });
  await he.getByRole("button", { name: "修改草稿" }).click();
  const revising = he.getByRole("dialog", { name: "修改条目" });
  await expect(revising).toContainText("钟文慧退回，请修改：请写明延长缴费的办法。");
  await revising
    .getByRole("textbox", { name: /^答复（/ })
    .fill("断缴期间不能补缴。\n缴费不足十五年的，可以延长缴费。");
  await revising.getByRole("button", { name: "提交，等待发布" }).click();
  await expect(revising).toHaveCount(0);

  await zhong.getByRole("button", { name: "发布", exact: true }).click({ timeout: 40_000 });
  const publishing = zhong.getByRole("dialog", { name: "发布条目" });
  await expect(publishing.getByRole("textbox", { name: /^生效日期/ })).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await publishing.getByRole("textbox", { name: /^失效日期/ }).fill("2020-01-01");
  await expect(publishing.getByText("失效日期不能早于生效日期，复核日期应在两者之间")).toBeVisible();
  await publishing.getByRole("textbox", { name: /^失效日期/ }).fill("");
  await publishing.getByRole("button", { name: "一年后" }).click();
  expect(await findings(zhong)).toEqual([]);
  await publishing.getByRole("button", { name: "发布", exact: true }).click();
  await expect(publishing).toHaveCount(0);

  await expect(question).toContainText("这个问题已有答复", { timeout: 40_000 });
  await question.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { name: TITLE, level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "搜索知识" }).fill("断缴能补吗");
  const entries = page.getByRole("listbox", { name: "知识条目" });
  await expect(entries.getByRole("option").first()).toContainText(TITLE);
  expect(await findings(page)).toEqual([]);
});

test("a question from a case leaves the applicant's name behind, and goes out once there is a line", async ({ desk }) => {
  const { page, wire } = desk;
  const { ticket } = await desk.ask<{ ticket: { id: string } }>("ticket_register", {
    channel: "counter", nature: "policy", subject: "", request: "我叫覃秀兰，电话13900001234，父亲的优待证能不能代领？",
    requester: {
      kind: "natural_person", name: "覃秀兰", document: "resident_id",
      id_number: null, phone: null, credit_code: null, agent: null,
    },
    matter: null, situation: null, priority: null, elderly: null, organisation: null, claim: true,
  });
  wire.cut();
  await expect(page.getByRole("link", { name: /^离线/ })).toBeVisible({ timeout: 40_000 });
  await desk.go(`/tickets/${ticket.id}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "提出知识问题" }).click();
  const asking = page.getByRole("dialog", { name: "提出知识问题" });
  const text = asking.getByRole("textbox", { name: "问题" });
  await expect(text).toHaveValue("我叫〔姓名〕，电话〔手机号码〕，父亲的优待证能不能代领？");
  await expect(asking.getByText("现在没有连上平台。提交后先存在本机，连上后自动送出。")).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await asking.getByRole("button", { name: "提交提问" }).click();
  await expect(asking).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "覃秀兰", level: 2 }), "the case goes on").toBeVisible();

  await desk.go("/sync");
  await page.getByRole("tab", { name: /^待上传/ }).click();
  await page.getByRole("link", { name: /优待证能不能代领/ }).click();
  const question = page.getByRole("article");
  await expect(question).toContainText("待上传");
  await expect(question.getByRole("link", { name: /^打开工单/ })).toBeVisible();
  wire.mend();
  await expect(question.getByText("待上传")).toHaveCount(0, { timeout: 40_000 });

  await desk.go(`/tickets/${ticket.id}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "提出知识问题" }).click();
  const same = asking.getByRole("region", { name: "已经有人问过，还没有答复" });
  expect(await findings(page)).toEqual([]);
  await same.getByRole("link", { name: /优待证能不能代领/ }).click();
  await expect(asking).toHaveCount(0);
  await expect(question, "nobody has to ask it twice").toContainText("您已经提过这个问题");
});

test("what three people met is proposed as a standard reply, and may be another kind", async ({ desk, newDesk }) => {
  const text = "外地老人能不能申领旅游年票";
  const step = { step: "ask", text, proposed: null, origin: { from: "direct" }, matter: null, department: null };
  const { question } = await desk.ask<{ question: { id: string } }>("question_act", { question: null, step });
  let page = desk.page;
  for (const account of ["lin.zhiqiang", "he.mingyuan"]) {
    const other = await newDesk();
    page = await other.signIn(account);
    await other.go(`/questions/${question.id}`);
    await page.getByRole("button", { name: "我也遇到" }).click({ timeout: 40_000 });
  }
  await expect(page.getByRole("article"), "the consultant is the third").toContainText("3 人问过", { timeout: 40_000 });
  await expect(page.getByRole("option", { name: new RegExp(text) })).toContainText("3 人问过");
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "起草条目" }).click();
  const drafting = page.getByRole("dialog", { name: "起草条目" });
  await expect(drafting).toContainText("已有 3 人问过，建议定为统一答复，也可另选。");
  const kind = drafting.getByRole("button", { name: /类型/ });
  await expect(kind).toContainText("统一答复");
  await kind.click();
  await page.getByRole("option", { name: "办理口径", exact: true }).click();
  await expect(kind).toContainText("办理口径");
});

test("a manager sees what the guides lack, rule by rule, and others do not", async ({ desk, newDesk }) => {
  const office = await newDesk();
  const page = await office.signIn("zhong.wenhui");
  await page.getByRole("link", { name: "事项", exact: true }).click();
  await page.getByRole("link", { name: /^事项库体检/ }).click();
  await expect(page.getByText(/^共 \d+ 项办事指南，\d+ 项没有发现问题$/)).toBeVisible();
  const rules = page.getByRole("region", { name: "体检规则" });
  await expect(rules.getByText("18 条规则没有发现问题"), "the sample is sound").toBeVisible();
  expect(await findings(page)).toEqual([]);

  await desk.go("/library-health");
  await expect(desk.page.getByText("这一页供管理专员使用。")).toBeVisible();
});
