import { expect, test } from "vitest";

import { type Form, inputOf, missingIn, REGISTER_DRAFT, requesterOf } from "./form";

const form = (over: Partial<Form>): Form => ({ ...REGISTER_DRAFT.empty, ...over });

test("a number typed in groups is kept without the spaces and with a capital X", () => {
  const requester = requesterOf(form({ name: "李桂芳", idNumber: "110105 1949 1231 002x" }));
  expect(requester.id_number).toBe("11010519491231002X");
});

test("a credit code left over from another kind of requester is not sent", () => {
  expect(requesterOf(form({ kind: "natural_person", creditCode: "X" })).credit_code).toBeNull();
});

test("an agent without a name is no agent", () => {
  expect(requesterOf(form({ hasAgent: true, agentPhone: "1" })).agent).toBeNull();
});

test("a name and a matter are enough, because the counter is busy", () => {
  expect(missingIn(form({ name: "李桂芳", matter: { id: "m", name: "社保卡申领" } }))).toEqual({
    name: false,
    request: false,
  });
  expect(missingIn(form({})).request).toBe(true);
});

test("a situation without its matter means nothing and is left out", () => {
  expect(inputOf(form({ situation: "first" }), false).situation).toBeNull();
});

test("an untouched form leaves no draft behind, and a kept one comes back whole", () => {
  expect(REGISTER_DRAFT.write(form({}))).toBe("");
  const filled = form({ name: "李桂芳", request: "想办社保卡" });
  expect(REGISTER_DRAFT.read(REGISTER_DRAFT.write(filled))).toEqual(filled);
});

test("a refused registration that comes back as plain text lands in the request", () => {
  expect(REGISTER_DRAFT.read("想办社保卡").request).toBe("想办社保卡");
});
