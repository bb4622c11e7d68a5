import { expect, test } from "vitest";

import type { Action, TicketView } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { saidWords, writtenText } from "./eventWords";

const view = {
  people: { p: { name: "何润兴", role: "village", organisation: "白沙村站" } },
  organisations: { mz: "县民政局", baisha: "白沙村站" },
  ticket: { review: { items: [{ material: "m1", name: "户口簿" }] } },
} as unknown as TicketView;

test.each<[Action, string]>([
  [{ do: "assign", to_staff: "p", to_organisation: "baisha", note: "" }, "指派 白沙村站 何润兴"],
  [{ do: "ask_assist", organisation: "mz", task: "", due_days: 3 }, "请 县民政局 协办，3 个工作日"],
  [{ do: "urge", text: "", due_days: 2 }, "督办，2 个工作日内回复"],
  [{ do: "classify", complex: true, reason: "" }, "改判为复杂"],
  [{ do: "suspend", kind: "special_procedure", reason: "" }, "挂起：特别程序"],
  [{ do: "follow_up", outcome: "needs_more", note: "" }, "回访：需要完善，继续服务"],
  [{ do: "judge_material", material: "m1", verdict: { verdict: "missing", fix: "" } }, "审核户口簿：缺失"],
  [{ do: "judge_material", material: "gone", verdict: { verdict: "meets" } }, "审核gone：符合"],
  [{ do: "triage", triage: { outcome: "own_level", complex: false, note: "" } }, "分诊：本级办理"],
])("the timeline names people, places and materials: %j", (action, words) => {
  expect(saidWords(zhCN, view, action)).toBe(words);
});

test("the request is not told twice: it stands above the timeline", () => {
  expect(writtenText({ do: "register", request: "想换证" } as unknown as Action)).toBe("");
});
