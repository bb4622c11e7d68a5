import { expect, test } from "vitest";

import type { PaperOffer } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { askedFrom, paperAddress } from "./address";
import { checkDigits, found, latest, paperName } from "./choose";

function offer(patch: Partial<PaperOffer> & Pick<PaperOffer, "paper">): PaperOffer {
  return { of: null, ordinal: null, lack: null, issued_at: null, ...patch };
}

const NOTICE = offer({ paper: { kind: "one_time_notice", reference: null } });
const FIRST = offer({ paper: { kind: "correction_notice", reference: "a" }, of: 10, ordinal: 1 });
const SECOND = offer({ paper: { kind: "correction_notice", reference: "b" }, of: 30, ordinal: 2 });
const RECEIPT = offer({ paper: { kind: "material_receipt", reference: "c" }, of: 20 });
const SLIP = offer({ paper: { kind: "handoff_slip", reference: null }, lack: "not_handed_off" });
const ALL = [NOTICE, FIRST, SECOND, RECEIPT, SLIP];

test("what was done last is most likely what is to be printed now", () => {
  expect(latest(ALL)).toBe(SECOND);
  expect(latest([NOTICE, SLIP])).toBe(NOTICE);
  expect(latest([SLIP])).toBeNull();
});

test("a toast that knows the kind alone leads to the latest of that kind", () => {
  const asked = askedFrom(paperAddress("T", "correction_notice"));
  expect(found(ALL, asked)).toBe(SECOND);
});

test("an address leads to the very paper it was made from, with or without a reference", () => {
  for (const { paper } of [NOTICE, FIRST, RECEIPT]) {
    const asked = askedFrom(paperAddress("T", paper));
    expect(asked).toEqual({ ticket: "T", ...paper });
    expect(found(ALL, asked)?.paper).toEqual(paper);
  }
  const odd = { kind: "application_form", reference: "表/一 %" } as const;
  expect(askedFrom(paperAddress("T", odd))).toEqual({ ticket: "T", ...odd });
});

test("an address from elsewhere opens the list and nothing that cannot be printed", () => {
  expect(askedFrom("T")).toEqual({ ticket: "T", kind: null, reference: undefined });
  expect(askedFrom("T/money").kind).toBeNull();
  expect(found(ALL, askedFrom("T"))).toBeNull();
  expect(found(ALL, askedFrom("T/handoff_slip"))).toBeNull();
});

test("a paper is called by what tells it from the others", () => {
  const materials = new Map([["m1", "申请审批表"]]);
  expect(paperName(zhCN, SECOND, materials)).toBe("补正告知书（第 2 次）");
  expect(paperName(zhCN, NOTICE, materials)).toBe("一次性告知单");
  const form = offer({ paper: { kind: "application_form", reference: "m1" } });
  expect(paperName(zhCN, form, materials)).toBe("申请表：申请审批表");
});

test("the check digits are read in fours", () => {
  expect(checkDigits("0123456789abcdef0123")).toBe("0123 4567 89ab cdef");
});
