import { expect, test } from "vitest";

import { ASK_DRAFT, askAddress, askedOf, askFrom, isWritten, newQuestion } from "./ask";

test("the address says where somebody came from, whatever they searched for", () => {
  const froms = [
    { from: "direct" },
    { from: "search", words: "断缴: 能补吗" },
    { from: "case", ticket: "t1" },
    { from: "entry", entry: "k-1" },
  ] as const;
  expect(froms.map((from) => askFrom(askAddress(from)))).toEqual(froms);
  expect(askFrom("nonsense")).toEqual({ from: "direct" });
  expect(askFrom("case:")).toEqual({ from: "direct" });
});

test("only what somebody wrote is worth keeping", () => {
  expect(isWritten(newQuestion({ origin: { from: "search", words: "低保" } }))).toBe(false);
  expect(isWritten(newQuestion({ proposed: "可以。" }))).toBe(true);
  expect(ASK_DRAFT.write(newQuestion({}))).toBe("");
});

test("a letter's question comes back as it was written", () => {
  const asked = newQuestion({ text: "能补吗", origin: { from: "entry", entry: "k-1", version: 2 } });
  expect(ASK_DRAFT.read(JSON.stringify(asked))).toEqual(asked);
});

test("the words of a search leave their numbers here", () => {
  const form = newQuestion({ text: " 能补吗 ", proposed: " ", origin: { from: "search", words: "11010519491231002X" } });
  expect(askedOf(form, "〔证件号码〕")).toMatchObject({
    text: "能补吗",
    proposed: null,
    origin: { words: "〔证件号码〕" },
  });
});
