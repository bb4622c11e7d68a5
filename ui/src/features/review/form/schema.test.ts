import { describe, expect, it } from "vitest";

import { zhCN } from "@/i18n/zh-CN";

import { dataOf, fieldsOf, problemWords, titleOf } from "./schema";

const schema = {
  title: "申请表",
  required: ["name", "staff"],
  properties: {
    kind: { enum: ["甲", "乙"], title: "类别", description: "选一项" },
    name: { type: "string", title: "姓名", examples: ["张三"] },
    staff: { type: "integer", title: "人数" },
  },
};

describe("a standard form", () => {
  it("shows what is required first, in the order it is required, with what each field asks for", () => {
    const fields = fieldsOf(schema);
    expect(titleOf(schema)).toBe("申请表");
    expect(fields.map((field) => [field.title, field.kind, field.isRequired])).toEqual([
      ["姓名", "text", true],
      ["人数", "number", true],
      ["类别", "choice", false],
    ]);
    expect(fields[0]?.example).toBe("张三");
  });

  it("keeps the order of the printed form where the schema says it", () => {
    const fields = fieldsOf({ ...schema, "x-order": ["kind", "staff"] });
    expect(fields.map((field) => field.title)).toEqual(["类别", "人数", "姓名"]);
  });

  it("hands numbers over as numbers and leaves out what is empty", () => {
    const fields = fieldsOf(schema);
    expect(dataOf(fields, { name: " 张三 ", staff: "3", kind: "" })).toEqual({ name: "张三", staff: 3 });
    expect(dataOf(fields, { staff: "三" })).toEqual({ staff: "三" });
  });

  it("says what is wrong at the field where it is wrong", () => {
    const problems = [{ field: "/staff", kind: "too_small" as const, expected: "1" }];
    expect(problemWords(zhCN, problems, "staff")).toContain("1");
    expect(problemWords(zhCN, problems, "name")).toBe("");
  });

  it("does not fall over a schema that is none", () => {
    expect(fieldsOf(null)).toEqual([]);
    expect(titleOf(undefined)).toBe("");
  });
});
