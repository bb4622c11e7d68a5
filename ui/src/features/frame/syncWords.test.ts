import { expect, test } from "vitest";

import type { SyncState } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { syncWords } from "./syncWords";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-11-20T10:40:00");

const state = (over: Partial<SyncState>): SyncState => ({
  link: "online",
  last_contact: at("2026-11-20T10:32:00"),
  data_as_of: at("2026-11-19T17:40:00"),
  pending: 0,
  attention: 0,
  unread: 0,
  ready: true,
  progress: null,
  clock_skew_ms: null,
  next_attempt: null,
  ...over,
});

test("the pill says what is true, in the words of the counter", () => {
  expect(syncWords(zhCN, state({}), now).text).toBe("已同步 10:32");
  expect(syncWords(zhCN, state({ pending: 3 }), now).text).toBe("待上传 3");
  expect(syncWords(zhCN, state({ link: "offline" }), now).text).toBe("离线，数据截至 昨天 17:40");
  expect(syncWords(zhCN, state({ attention: 2 }), now).text).toBe("2 条需处理");
});

test("what waits for a person stands before everything else, also offline", () => {
  const words = syncWords(zhCN, state({ attention: 1, link: "offline", pending: 2 }), now);
  expect(words.text).toBe("1 条需处理");
});

test("offline work that is not uploaded is not hidden by the word offline", () => {
  const words = syncWords(zhCN, state({ link: "offline", pending: 2 }), now);
  expect(words.text).toBe("离线，数据截至 昨天 17:40·待上传 2");
  expect(words.tone).toBe("soft");
});

test("a brake leads to where it is decided, before letters that cannot come while it holds", () => {
  const words = syncWords(zhCN, state({ link: "braked", attention: 2, pending: 1 }), now);
  expect(words.text).toBe("同步已停，请核对·待上传 1");
  expect(words.to).toBe("/station");
});
