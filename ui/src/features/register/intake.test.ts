import { expect, test } from "vitest";

import type { FieldWarning, RequesterChecked } from "@/generated/types";

import { type Form, REGISTER_DRAFT } from "./form";
import { chosenElsewhere, elderlyAge, elsewhereOf, guardianGap, similarInput } from "./intake";

const form = (over: Partial<Form>): Form => ({ ...REGISTER_DRAFT.empty, ...over });
const routed = (organisation: string | null, designated = false) => ({
  organisation,
  consultants: null,
  designated,
});
const everyone = () => true;
const zwb = { organisation: "zwb", designated: true };

test("the table speaks up only when it names somebody else whom the directory knows", () => {
  expect(elsewhereOf(routed("zwb", true), "shiwan", everyone)).toEqual(zwb);
  expect(elsewhereOf(routed("shiwan"), "shiwan", everyone)).toBeNull();
  expect(elsewhereOf(routed(null), "shiwan", everyone)).toBeNull();
  expect(elsewhereOf(routed("zwb"), "shiwan", () => false)).toBeNull();
  expect(elsewhereOf(routed("zwb"), undefined, everyone)).toBeNull();
  expect(elsewhereOf(undefined, "shiwan", everyone)).toBeNull();
});

test("the table decides until somebody chooses, and only among what it offers", () => {
  expect(chosenElsewhere(form({}), "shiwan", zwb)).toBe("zwb");
  expect(chosenElsewhere(form({ organisation: "shiwan" }), "shiwan", zwb)).toBeNull();
  expect(chosenElsewhere(form({ organisation: "zwb" }), "shiwan", zwb)).toBe("zwb");
  const changed = { organisation: "hrss", designated: false };
  expect(chosenElsewhere(form({ organisation: "zwb" }), "shiwan", changed)).toBe("hrss");
  expect(chosenElsewhere(form({ organisation: "zwb" }), "shiwan", null)).toBeNull();
});

test("a name alone finds too many; a number or a matter beside it is enough", () => {
  expect(similarInput(form({ name: "李桂芳" }))).toBeNull();
  expect(similarInput(form({ phone: "13800130101" }))).toBeNull();
  expect(similarInput(form({ name: "李桂芳", phone: "13800130101" }))?.matter).toBeNull();
  const matter = { id: "m", name: "高龄津贴申领" };
  expect(similarInput(form({ name: "李桂芳", matter }))?.matter).toBe("m");
  const body = form({ kind: "legal_person", name: "五金店", creditCode: "91 44" });
  expect(similarInput(body)?.requester.credit_code).toBe("9144");
});

const minor: FieldWarning = { field: "agent", code: "minor_without_guardian" };
const checked = (over: Partial<RequesterChecked>): RequesterChecked => ({
  warnings: [],
  age: null,
  elderly: false,
  ...over,
});

test("a minor's guardian is asked for step by step, and never of a body", () => {
  const child = checked({ warnings: [minor], age: 9 });
  expect(guardianGap(form({}), child)).toBe("missing");
  expect(guardianGap(form({ hasAgent: true }), child)).toBe("not_guardian");
  const come = form({ hasAgent: true, standing: "guardian" });
  expect(guardianGap(come, child)).toBe("unnamed");
  expect(guardianGap({ ...come, agentName: "王强" }, child)).toBeNull();
  expect(guardianGap(form({}), checked({}))).toBeNull();
  expect(guardianGap(form({ kind: "legal_person" }), child)).toBeNull();
});

test("the elderly flag is offered once, to a person whose document tells the age", () => {
  const elder = checked({ age: 76, elderly: true });
  expect(elderlyAge(form({}), elder)).toBe(76);
  expect(elderlyAge(form({ isElderly: true }), elder)).toBeNull();
  expect(elderlyAge(form({ kind: "legal_person" }), elder)).toBeNull();
  expect(elderlyAge(form({}), checked({ age: 40 }))).toBeNull();
  expect(elderlyAge(form({}), undefined)).toBeNull();
});
