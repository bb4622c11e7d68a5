import { expect, test } from "vitest";

import type { Material, Matter } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { countWords, materialsAsText, materialsFor, necessityWords } from "./materials";

const material = (over: Partial<Material>): Material => ({
  id: "id",
  name: "居民身份证",
  kind: null,
  form: null,
  necessity: "required",
  originals: 1,
  copies: 0,
  source: null,
  source_note: null,
  filling_notes: null,
  acceptance: [],
  defects: [],
  situations: [],
  exempt_by: null,
  ...over,
});

test("a situation leaves out what belongs to others, and keeps what belongs to all", () => {
  const all = [material({}), material({ id: "letter", situations: ["agent"] })];
  expect(materialsFor(all, "self").map(({ id }) => id)).toEqual(["id"]);
  expect(materialsFor(all, "agent")).toHaveLength(2);
  expect(materialsFor(all, null)).toHaveLength(2);
});

test("what the source does not state is never turned into a number or a necessity", () => {
  const unknown = material({ originals: null, copies: null, necessity: null });
  expect(countWords(zhCN, unknown)).toBe("份数未说明");
  expect(countWords(zhCN, material({ copies: null }))).toBe("原件 1 份、复印件份数未说明");
  expect(necessityWords(zhCN, unknown)).toContain("未说明");
});

test("the copied list says how many, whether needed, where, and how old the data is", () => {
  const matter = {
    name: "身份证换领",
    situations: [{ id: "self", name: "本人办理", question: "" }],
    materials: [material({ exempt_by: "居民身份证电子证照" })],
    place: { address: "一楼 3 号窗口", hours: null, consult_phone: "0752-5550000", complaint_phone: null },
  } as unknown as Matter;
  const asOf = Date.parse("2026-11-20T10:32:00+08:00");
  expect(materialsAsText(zhCN, matter, "self", asOf).split("\n")).toEqual([
    "身份证换领 需带材料",
    "情形：本人办理",
    "1. 居民身份证（必要；原件 1 份；有居民身份证电子证照可免提交）",
    "地点：一楼 3 号窗口",
    "咨询：0752-5550000",
    "数据截至 2026年11月20日 10:32，以窗口答复为准。",
  ]);
});
