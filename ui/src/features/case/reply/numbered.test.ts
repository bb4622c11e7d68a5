import { expect, test } from "vitest";

import type { EntryStanding, SuggestedEntry, SuggestedReply, Suggestions } from "@/generated/types";

import { INSERT_KEYS, keyNames, numbered } from "./numbered";

const entry = (id: string, standing: EntryStanding) =>
  ({ row: { id, title: id, standing }, text: `${id} 依据` }) as SuggestedEntry;
const reply = (key: string) => ({ key, title: key, text: key }) as SuggestedReply;
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

test("what does not hold today has no key, and leaves none out", () => {
  const list = numbered(
    suggestions([entry("old", "expired"), entry("new", "future"), entry("a", "in_force")], [reply("b")]),
  );
  expect(list.map(({ title }) => title)).toEqual(["a", "b"]);
});

test("there are as many keys as there can be suggestions", () => {
  const many = numbered(suggestions([], Array.from({ length: 9 }, (_, at) => reply(`${at}`))));
  expect(many).toHaveLength(INSERT_KEYS.split(" ").length);
  expect(INSERT_KEYS).toMatch(/^alt\+1 .* alt\+7$/);
});
