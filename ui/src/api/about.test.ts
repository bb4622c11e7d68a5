import { expect, test } from "vitest";

import { isAboutQuestion } from "./about";

test("a question to a consultant is about a ticket, a question of the knowledge base is not", () => {
  expect(isAboutQuestion("question_for_me")).toBe(false);
  expect(isAboutQuestion("question_raised")).toBe(true);
  expect(isAboutQuestion("entry_sent_back")).toBe(true);
});
