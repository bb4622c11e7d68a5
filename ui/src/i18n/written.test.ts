import { expect, test } from "vitest";

import { writtenText } from "./written";

test("a refused triage keeps the office one looked up, not only the sentence", () => {
  const triage = {
    outcome: "out_of_scope",
    office: "县公安局",
    address: "罗阳镇",
    phone: "0752-1",
    told: "请到户政大队。",
    via: "phone",
  } as const;
  expect(writtenText({ do: "triage", triage })).toBe("县公安局\n罗阳镇\n0752-1\n请到户政大队。");
});

test("a verdict keeps the defect and how to mend it", () => {
  const verdict = { verdict: "needs_fixing", defect: "没有签名", fix: "补签" } as const;
  expect(writtenText({ do: "judge_material", material: "m", verdict })).toBe("没有签名\n补签");
});

test("what may be left empty leaves no empty line to read", () => {
  expect(writtenText({ do: "resubmit", late: null, note: " " })).toBe("");
  expect(writtenText({ do: "claim" })).toBe("");
});
