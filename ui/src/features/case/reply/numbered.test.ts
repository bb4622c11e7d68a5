import { expect, test } from "vitest";

import type { EntryStanding, SuggestedEntry, SuggestedReply, Suggestions } from "@/generated/types";

import { INSERT_KEYS, keyNames, numbered } from "./numbered";

const entry = (id: string, standing: EntryStanding) =>
  ({ row: { id, title: id, standing }, text: `${id} 依据` }) as SuggestedEntry;
const reply = (key: string, because: "own" | "shared" = "own") =>
  ({ key, title: key, text: key, why: { because } }) as SuggestedReply;
const suggestions = (entries: SuggestedEntry[], replies: SuggestedReply[]): Suggestions => ({
  matters: [],
  entries,
  replies,
});

test("entries have the first keys, then come the replies, in the order they are shown", () => {
  const list = numbered(suggestions([entry("a", "in_force"), entry("b", "review_due")], [reply("c")]));
  expect([...keyNames(list)]).toEqual([
    ["entry:a", "Alt+1"],
    ["entry:b", "Alt+2"],
    ["reply:c", "Alt+3"],
  ]);
  expect(list[0]?.text).toBe("a 依据");
});

test("the use of an entry is counted for everybody, that of an own reply is not", () => {
  const list = numbered(suggestions([entry("a", "in_force")], [reply("mine")]));
  expect(list.map(({ source }) => source)).toEqual([{ kind: "knowledge", key: "a" }, undefined]);
});

test("what nothing speaks for stands in the picker alone, and there are keys for all the rest", () => {
  const entries = ["a", "b", "c", "d"].map((id) => entry(id, "in_force"));
  const replies = [...Array(5).keys()].map((at) => reply(`${at}`));
  const many = numbered(suggestions(entries, [reply("everybody's", "shared"), ...replies]));
  expect(many.map(({ title }) => title)).toEqual(["a", "b", "c", "d", "0", "1", "2"]);
  expect(INSERT_KEYS.split(" ")).toHaveLength(many.length);
  expect(INSERT_KEYS).toMatch(/^alt\+1 .* alt\+7$/);
});
