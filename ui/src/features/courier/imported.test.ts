import { expect, test } from "vitest";

import type { CourierImported } from "@/generated/types";
import { zhCN } from "@/i18n/zh-CN";

import { answersWords } from "./imported";

const counts = (accepted: number, refused: number, parked: number, held: number): CourierImported =>
  ({ accepted, refused, parked, held }) as CourierImported;

test("what did not happen is not told", () => {
  expect(answersWords(zhCN, counts(3, 0, 1, 0))).toEqual(["3 条已接受", "1 条存为建议"]);
});

test("an answer to an empty bundle says that it brought data only", () => {
  expect(answersWords(zhCN, counts(0, 0, 0, 0))).toEqual(["包里没有操作"]);
});
