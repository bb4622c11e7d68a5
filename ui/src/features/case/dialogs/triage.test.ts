import { expect, test } from "vitest";

import type { Directory, Organisation } from "@/generated/types";

import {
  officesFor,
  organisationsBelow,
  TRIAGE_DRAFT,
  triageGap,
  triageOf,
  type Triaging,
  usualVia,
} from "./triage";

const form = (over: Partial<Triaging>): Triaging => ({ ...TRIAGE_DRAFT.empty, ...over });

test("nothing is decided before an outcome is chosen", () => {
  expect(triageGap(form({}))).toBe("outcome");
  expect(triageOf(form({}), "counter")).toBeNull();
});

test("an answer is told the way the request came, unless another way is chosen", () => {
  const answered = form({ outcome: "answered_now", answer: " 带身份证即可。 " });
  expect(triageOf(answered, "hotline")).toEqual({
    outcome: "answered_now",
    answer: "带身份证即可。",
    via: "phone",
  });
  expect(triageOf({ ...answered, via: "message" }, "hotline")).toMatchObject({ via: "message" });
  expect([usualVia("counter"), usualVia("web")]).toEqual(["counter", "message"]);
  expect(triageGap(form({ outcome: "answered_now", answer: "  " }))).toBe("answer");
});

test("our own level needs no note", () => {
  expect(triageOf(form({ outcome: "own_level", complex: true }), "counter")).toEqual({
    outcome: "own_level",
    complex: true,
    note: "",
  });
});

test("a lower level needs an organisation and what it has to know", () => {
  expect(triageGap(form({ outcome: "lower_level" }))).toBe("organisation");
  const named = form({ outcome: "lower_level", organisation: "tiechang" });
  expect(triageGap(named)).toBe("note");
  expect(triageOf({ ...named, lowerNote: "请上门核实。" }, "counter")).toEqual({
    outcome: "lower_level",
    to_organisation: "tiechang",
    note: "请上门核实。",
  });
});

test("out of scope names the office, its address and phone, and what was told", () => {
  const half = form({ outcome: "out_of_scope", office: "博罗县医疗保障局", address: "博惠路18号" });
  expect(triageGap(half)).toBe("office");
  const named = { ...half, phone: "0752-5550704" };
  expect(triageGap(named)).toBe("told");
  expect(triageOf({ ...named, told: "请到二楼医保专区。" }, "counter")).toEqual({
    outcome: "out_of_scope",
    office: "博罗县医疗保障局",
    address: "博惠路18号",
    phone: "0752-5550704",
    told: "请到二楼医保专区。",
    via: "counter",
  });
});

test("what was written for one outcome does not get into another", () => {
  const typed = form({ outcome: "lower_level", organisation: "tiechang", lowerNote: "脾气急" });
  expect(triageGap({ ...typed, outcome: "answered_now" })).toBe("answer");
});

test("a refused triage comes back as text that every outcome finds; a kept one as it was", () => {
  const refused = TRIAGE_DRAFT.read("请上门核实。");
  expect(refused).toMatchObject({ outcome: null, answer: "请上门核实。", lowerNote: "请上门核实。" });
  const kept = form({ outcome: "own_level", note: "涉及两个部门" });
  expect(TRIAGE_DRAFT.read(TRIAGE_DRAFT.write(kept))).toEqual(kept);
  expect(TRIAGE_DRAFT.write(form({}))).toBe("");
});

function organisation(id: string, name: string, division: string, parent: string | null): Organisation {
  return {
    id,
    credit_code: "",
    name,
    short_name: name,
    kind: "township",
    division,
    parent,
    address: "",
    phone: "",
    hours: "",
    service_hours: null,
  };
}

const directory: Directory = {
  organisations: [
    organisation("zwb", "县政数局", "441322", null),
    organisation("yb", "县医保局", "441322", null),
    organisation("shiwan", "石湾镇中心", "441322121", null),
    organisation("tiechang", "铁场村站", "441322121201", "shiwan"),
    organisation("point", "镇政府服务点", "441322121", "shiwan"),
    organisation("masi", "马嘶村站", "441322119203", "yuanzhou"),
  ],
  staff: [],
};

test("below are the parts of the division and what was put under it, nobody else", () => {
  const below = organisationsBelow(directory, "shiwan").map(({ id }) => id);
  expect(below).toEqual(["tiechang", "point"]);
  expect(organisationsBelow(directory, "masi")).toEqual([]);
  expect(organisationsBelow(undefined, "shiwan")).toEqual([]);
});

test("the matter's department stands first among the offices, and our own is not among them", () => {
  const offices = officesFor(directory, "shiwan", "县医保局", " 县 ").map(({ id }) => id);
  expect(offices).toEqual(["yb", "zwb"]);
});
