import { expect, test } from "vitest";

import type { NewTicket } from "@/generated/types";

import { type Form, formOf, inputOf, missingIn, REGISTER_DRAFT, requesterOf } from "./form";

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
    elderly: false,
    priority: false,
  });
  expect(missingIn(form({})).request).toBe(true);
});

test("a situation without its matter means nothing and is left out", () => {
  expect(inputOf(form({ situation: "first" }), false, null).situation).toBeNull();
});

test("a flag without its reason is missing something, until the flag is taken back", () => {
  expect(missingIn(form({ isElderly: true, isPriority: true }))).toMatchObject({
    elderly: true,
    priority: true,
  });
  const reasons = { elderly: "证件显示 76 岁", priority: "急事急办" };
  expect(missingIn(form({ isElderly: true, isPriority: true, ...reasons }))).toMatchObject({
    elderly: false,
    priority: false,
  });
  const input = inputOf(form(reasons), false, null);
  expect([input.elderly, input.priority]).toEqual([null, null]);
});

test("the document goes with its number, and a guardian comes as one", () => {
  const requester = requesterOf(
    form({
      name: "Maria",
      document: "passport",
      idNumber: "e1234 5678",
      hasAgent: true,
      standing: "guardian",
      agentName: " 王强 ",
    }),
  );
  expect(requester).toMatchObject({ document: "passport", id_number: "E12345678" });
  expect(requester.agent).toMatchObject({ standing: "guardian", name: "王强" });
});

test("a body is neither a ward nor elderly, whatever was ticked before", () => {
  const body = form({
    kind: "legal_person",
    name: "利民五金店",
    hasAgent: true,
    standing: "guardian",
    agentName: "王强",
    isElderly: true,
    elderly: "证件显示 76 岁",
  });
  expect(requesterOf(body).agent?.standing).toBe("authorised");
  expect(inputOf(body, false, null).elderly).toBeNull();
  expect(missingIn({ ...body, elderly: "" }).elderly).toBe(false);
});

test("what is registered for others is not claimed at once", () => {
  const filled = form({ name: "李桂芳", request: "投诉" });
  expect(inputOf(filled, true, "zwb")).toMatchObject({ organisation: "zwb", claim: false });
  expect(inputOf(filled, true, null)).toMatchObject({ organisation: null, claim: true });
});

test("a form kept before it knew documents, guardians and flags still opens whole", () => {
  const old = { name: "李桂芳", idNumber: "11010519491231002X", hasAgent: true, agentName: "王强" };
  const kept = REGISTER_DRAFT.read(JSON.stringify(old));
  expect(kept).toMatchObject({ ...old, document: "resident_id", standing: "authorised" });
  expect(inputOf(kept, false, null)).toMatchObject({ elderly: null, organisation: null });
});

test("an untouched form leaves no draft behind, and a kept one comes back whole", () => {
  expect(REGISTER_DRAFT.write(form({}))).toBe("");
  const filled = form({ name: "李桂芳", request: "想办社保卡" });
  expect(REGISTER_DRAFT.read(REGISTER_DRAFT.write(filled))).toEqual(filled);
});

test("a refused registration that comes back as plain text lands in the request", () => {
  expect(REGISTER_DRAFT.read("想办社保卡").request).toBe("想办社保卡");
});

const refused: NewTicket = {
  ticket: "0199c0de-0000-7000-8000-000000000001",
  channel: "phone",
  nature: "policy",
  subject: "高龄津贴没有到账",
  request: "我阿妈满八十岁，津贴还没有到。",
  requester: {
    kind: "natural_person",
    name: "陈秀英",
    document: "passport",
    id_number: null,
    phone: null,
    credit_code: null,
    agent: null,
  },
  matter: {
    id: "11441322",
    version: 3,
    name: "高龄津贴申领",
    promised: null,
    legal: null,
    on_the_spot: false,
  },
  situation: "first",
  priority: "老年人",
  elderly: "证件显示 80 岁",
  organisation: "zwb",
};

test("a refused registration fills the form with every word its letter kept", () => {
  const again = inputOf(formOf(refused), false, "zwb");
  expect(again).toEqual({
    channel: "phone",
    nature: "policy",
    subject: refused.subject,
    request: refused.request,
    requester: refused.requester,
    matter: "11441322",
    situation: "first",
    priority: "老年人",
    elderly: "证件显示 80 岁",
    organisation: "zwb",
    claim: false,
  });
});

test("a number that came along by mistake does not get into the form's draft", () => {
  const requester = { ...refused.requester, id_number: "110105194912310021", phone: "13800130114" };
  const form = formOf({ ...refused, requester });
  expect(REGISTER_DRAFT.write(form)).not.toMatch(/110105194912310021|13800130114/);
});

test("without a green channel or a matter, the form has none", () => {
  const form = formOf({ ...refused, matter: null, priority: null });
  expect(form).toMatchObject({ isPriority: false, priority: "", matter: null, situation: null });
});
