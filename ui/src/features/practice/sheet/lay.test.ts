import { expect, test } from "vitest";

import type { Sheet } from "@/generated/types";

import { broken, isAt, lay, WIDTH } from "./lay";

const sheet = (over: Partial<Sheet>): Sheet => ({
  kind: "form",
  title: "申请表",
  number: null,
  lines: [],
  text: [],
  signatures: [],
  seal: null,
  date: null,
  page: null,
  condition: "clear",
  face: null,
  ...over,
});

const line = (label: string, value: string) => ({ label, value, by_hand: false, struck: null });

test("a long value is broken, and nothing of it is lost", () => {
  const address = "广东省博罗县石湾镇中心路118号1楼之二靠市场北门一侧";
  expect(broken(address, 10).join("")).toBe(address);
  expect(broken(address, 10).length).toBeGreaterThan(2);
  expect(broken("", 10), "an empty line still has its row").toEqual([""]);
  expect(broken("缴费档次（元）", 6), "no line begins with a bracket").toEqual(["缴费档次（元）"]);
});

test("figures are narrower than characters, so that a number stays on one line", () => {
  expect(broken("441322198606272310", 12)).toHaveLength(1);
  expect(broken("四四一三二二一九八六零六二七二三一零", 12)).toHaveLength(2);
});

test("nothing lies outside the sheet or on the line before it", () => {
  const { height, items } = lay(
    sheet({
      lines: [line("姓名", "何志明"), line("经营场所（写到门牌号）", "博罗县石湾镇中心路".repeat(4))],
      text: ["本人承诺所填属实。".repeat(8)],
      signatures: [{ label: "签名", name: null }],
      seal: "博罗县市场监督管理局",
      date: "2026年11月20日",
      page: { number: 1, of: 3 },
    }),
  );
  for (const { box } of items) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(WIDTH);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
  const lines = items.filter(({ is }) => is === "line");
  expect(lines[1]?.box.y).toBe((lines[0]?.box.y ?? 0) + (lines[0]?.box.height ?? 0));
});

test("a mark finds its place, also where a seal is missing", () => {
  const { items } = lay(sheet({ kind: "letter", lines: [line("租期", "一年")] }));
  expect(items.filter((placed) => isAt({ line: "租期" }, placed))).toHaveLength(1);
  expect(items.filter((placed) => isAt({ line: "租金" }, placed))).toHaveLength(0);
  expect(items.filter((placed) => isAt("seal", placed))).toHaveLength(1);
});
