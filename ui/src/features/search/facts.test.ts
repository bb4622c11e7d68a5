import { expect, test } from "vitest";

import type { FoundHit, FoundReason, FoundWhat, KnowledgeRow, MatterRow, TicketRow } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { hitFacts } from "./facts";
import { reasonWords } from "./reason";

const MATTER = {
  name: "高龄津贴",
  department: "县民政局",
  level: "county",
  handling_kind: "promised",
  promised_days: { days: 5, unit: "working" },
  materials: 3,
} as MatterRow;

const facts = (what: FoundWhat, excerpt: FoundHit["excerpt"] = null) =>
  hitFacts(zhCN, { what, excerpt } as FoundHit).join("|");

test("a matter says who answers for it, how long it takes and how much to bring", () => {
  expect(facts({ kind: "matter", row: MATTER })).toBe("县民政局|县级|承诺 5 个工作日|材料 3");
  expect(facts({ kind: "situation", row: MATTER, situation: "self" })).toContain("高龄津贴");
});

test("materials and laws say how much rests on them", () => {
  expect(facts({ kind: "material", matters: 12 })).toBe("用于 12 个事项");
  expect(facts({ kind: "statute", matters: 2, entries: 7 })).toBe("2 个事项、7 条知识引用");
});

test("a case says its number, whose it is, how far it is and who holds it", () => {
  const row = { number: null, requester: "邱惠芳", stage: "guidance", status: "working", holder: "陈玉梅" } as TicketRow;
  expect(facts({ kind: "case", row })).toBe("待编号|邱惠芳|导办|陈玉梅");
  expect(facts({ kind: "case", row: { ...row, number: "1-2", status: "closed", holder: null } })).toBe(
    "1-2|邱惠芳|导办·已结案",
  );
});

test("a reply shows its first words, unless the passage that was found is shown", () => {
  const row = { excerpt: "您好，", department: "县民政局" } as KnowledgeRow;
  expect(facts({ kind: "reply", row })).toBe("您好，");
  expect(facts({ kind: "reply", row }, { text: "请携带身份证", marks: [] })).toBe("县民政局");
});

test("an own reply says that it is one's own, as it leads elsewhere than a shared one", () => {
  const text = "请改日再来。";
  expect(facts({ kind: "own_reply", text })).toBe("我的常用答复|请改日再来。");
  expect(facts({ kind: "own_reply", text }, { text, marks: [] })).toBe("我的常用答复");
});

test("a hit says why it was found, where its title does not", () => {
  const why = (reason: FoundReason) => reasonWords(zhCN, reason);
  expect(why({ by: "other_name", text: "老人钱" })).toBe("俗称“老人钱”");
  expect(why({ by: "synonym", text: "环评" })).toBe("同义“环评”");
  expect(why({ by: "sound", text: null })).toBe("读音相近");
  expect(why({ by: "sound", text: "社保缴费" })).toBe("读音近“社保缴费”");
  expect(why({ by: "code", text: "817003" })).toBe("编码 817003");
  expect(why({ by: "name" })).toBeNull();
  expect(why({ by: "passage" })).toBeNull();
});
