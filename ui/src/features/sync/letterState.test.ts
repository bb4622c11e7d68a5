import { expect, test } from "vitest";

import type { Proposal } from "@/generated/types";

import { letterState } from "./letterState";

const proposal = (end: Proposal["end"]): Proposal => ({
  id: "p",
  by: "me",
  at: 2,
  written_at: 1,
  action: { do: "note", text: "您好" },
  note: "",
  end,
});
const answered = (taken: boolean) => proposal({ taken, note: "", by: "holder", at: 3 });

test("a parked letter tells what the holder decided until a person has put it away", () => {
  const letter = { cleared_at: null, parked: true };
  expect(letterState({ ...letter, proposal: null })).toBe("parked");
  expect(letterState({ ...letter, proposal: proposal(null) })).toBe("parked");
  expect(letterState({ ...letter, proposal: answered(true) })).toBe("taken");
  expect(letterState({ ...letter, proposal: answered(false) })).toBe("declined");
  expect(letterState({ cleared_at: 4, parked: true, proposal: answered(false) })).toBe("cleared");
});

test("a refused letter stays refused, whatever others have proposed since", () => {
  expect(letterState({ cleared_at: null, parked: false, proposal: null })).toBe("refused");
});
