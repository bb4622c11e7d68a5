import { expect, test } from "vitest";

import type { KnowledgeEntry, Question } from "@/generated/types";

import { entryForm, firstDraft, missingIn, NO_BASIS, submittedOf } from "./entry";

const question = (over: Partial<Question> = {}): Question =>
  ({ text: "断缴能补吗", proposed: null, matter: null, department: null, draft: null, ...over }) as Question;

test("a draft begins with the question and the answer proposed with it", () => {
  const first = firstDraft(question({ proposed: "不能补。\n可以延长。", matter: "m1" }), null, "县人社局", "standard");
  expect(first).toMatchObject({
    title: "断缴能补吗",
    answer: ["不能补。", "可以延长。"],
    matters: ["m1"],
    department: "县人社局",
    entry: null,
  });
});

test("a question about an entry begins with that entry and replaces it", () => {
  const about = { id: "k-1", version: 3, title: "旧", answer: ["旧答复"], department: "县医保局" } as KnowledgeEntry;
  expect(firstDraft(question(), about, "县人社局", "standard")).toMatchObject({ entry: "k-1", title: "旧", department: "县医保局" });
});

test("what many ask begins as the kind that is proposed for it", () => {
  const first = firstDraft(question(), null, "", "reply");
  expect(first.kind).toBe("reply");
  expect(missingIn({ ...first, answer: ["能。"] }).basis, "a reply need not cite").toBe(false);
});

test("what was sent back is written on, not anew", () => {
  const sent = submittedOf({ ...firstDraft(question(), null, "", "standard"), title: "改过的" });
  const draft = { entry: sent, by: "s", at: 1, sent_back: "请写明办法" };
  expect(firstDraft(question({ draft }), null, "", "standard").title).toBe("改过的");
});

test("a draft nobody touched is not kept, and a plain text comes back as the answer", () => {
  const form = entryForm(firstDraft(question(), null, "", "standard"));
  expect(form.write(form.empty)).toBe("");
  expect(form.read("一段\n二段").answer).toEqual(["一段", "二段"]);
  expect(form.read(form.write({ ...form.empty, title: "新" })).title).toBe("新");
});

test("a standard cites a document, a procedure need not", () => {
  const form = { ...firstDraft(question(), null, "", "standard"), answer: ["能。"] };
  expect(missingIn(form)).toEqual({ title: false, answer: false, basis: true });
  expect(missingIn({ ...form, kind: "procedure" }).basis).toBe(false);
  expect(missingIn({ ...form, basis: [{ ...NO_BASIS, title: "社会保险法" }] }).basis).toBe(false);
});

test("empty lines and empty bases stay behind", () => {
  const form = { ...firstDraft(question(), null, "", "standard"), answer: [" 能。 ", ""], basis: [NO_BASIS, { ...NO_BASIS, title: " 法 ", number: " " }] };
  expect(submittedOf(form)).toMatchObject({ answer: ["能。"], basis: [{ title: "法", number: null }] });
});
