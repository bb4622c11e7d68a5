import { expect, test } from "vitest";

import type { KnowledgeRow, OwnReply, SuggestedReply } from "@/generated/types";

import { choices } from "./choices";

const own = (id: string, text: string): OwnReply => ({ id, title: `我的${id}`, text });
const suggested = (key: string, text: string, because: "own" | "matter") =>
  ({ key, title: `标题${key}`, text, missing: [], why: { because } }) as SuggestedReply;
const row = (id: string) => ({ id, title: `标题${id}`, kind: "reply" }) as KnowledgeRow;

const replies = {
  own: [own("a", "{称呼}您好"), own("b", "请带身份证")],
  suggested: [suggested("a", "陈先生您好", "own"), suggested("s", "已受理", "matter")],
  found: [],
};

test("own replies come first, filled in where the case fills them in", () => {
  expect(choices(replies, "").map(({ id, text }) => [id, text])).toEqual([
    ["a", "陈先生您好"],
    ["b", "请带身份证"],
    ["s", "已受理"],
  ]);
});

test("a shared reply is counted where it is inserted, an own one is not", () => {
  expect(choices(replies, "").map(({ source }) => source)).toEqual([undefined, undefined, { kind: "reply", key: "s" }]);
});

test("a filter looks into titles and texts, also for what stands filled in", () => {
  const ids = (filter: string) => choices(replies, filter).map(({ id }) => id);
  expect(ids("身份证")).toEqual(["b"]);
  expect(ids("陈先生")).toEqual(["a"]);
  expect(ids("{称呼}")).toEqual(["a"]);
  expect(ids(" 我的B ")).toEqual(["b"]);
  expect(ids("没有")).toEqual([]);
});

test("a shared reply that the search found is there though it does not hold the words", () => {
  const ids = (found: KnowledgeRow[]) => choices({ ...replies, found }, "受里").map(({ id }) => id);
  expect(ids([])).toEqual([]);
  expect(ids([row("s"), row("unknown")])).toEqual(["s"]);
});
