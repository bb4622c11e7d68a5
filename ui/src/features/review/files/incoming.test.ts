import { expect, test } from "vitest";

import { firstToLookAt, type Incoming, isSame, MAX_BYTES, notBegun, shareOf, type Standing, together } from "./incoming";

const PLACE = { ticket: "t", material: "m", materialName: "户口簿" };
let lastId = 0;

function coming(bytes: number, standing: Standing): Incoming {
  lastId += 1;
  return { ...PLACE, id: lastId, file: new File([new Uint8Array(bytes)], "a.jpg"), standing };
}

test("a file that cannot be taken in is told before it is read", () => {
  expect(notBegun({ size: MAX_BYTES }, false)).toBeNull();
  expect(notBegun({ size: MAX_BYTES + 1 }, false)).toBe("too_large");
  expect(notBegun({ size: 4096 }, true)).toBe("folder");
});

test("what waits for an answer is looked at before what went wrong, and what moves needs no look", () => {
  const held = coming(1, { is: "held", reason: "pdf_script", sha256: "a" });
  const warned = coming(1, { is: "warned", warnings: ["blurred"] });
  const moving = coming(1, { is: "sending", sent: 0 });
  expect(firstToLookAt([moving, held, warned])).toBe(warned);
  expect(firstToLookAt([moving, held])).toBe(held);
  expect(firstToLookAt([moving, coming(1, { is: "filed", sha256: "b" })])).toBeNull();
});

test("the share of several files counts their bytes, and only of those that move", () => {
  const list = [
    coming(300, { is: "sending", sent: 150 }),
    coming(100, { is: "waiting" }),
    coming(900, { is: "warned", warnings: [] }),
  ];
  expect(together(list)).toEqual({ count: 2, share: 150 / 400 });
  expect(together([])).toEqual({ count: 0, share: 0 });
  expect(shareOf(coming(0, { is: "sending", sent: 0 })), "an empty file divides by nothing").toBe(0);
});

test("the same material of another ticket is another place", () => {
  expect(isSame(PLACE, { ...PLACE, materialName: "" })).toBe(true);
  expect(isSame(PLACE, { ...PLACE, ticket: "u" })).toBe(false);
  expect(isSame(null, null)).toBe(false);
});
