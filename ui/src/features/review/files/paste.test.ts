import { expect, test } from "vitest";

import { bringsFiles } from "./paste";

const PASTED = { files: 1, hasText: false, typing: false, covered: false };

test("a paste means files, unless it means text for a field or belongs to a dialog", () => {
  expect(bringsFiles(PASTED)).toBe(true);
  expect(bringsFiles({ ...PASTED, files: 0, hasText: true })).toBe(false);
  expect(bringsFiles({ ...PASTED, hasText: true, typing: true }), "a table cell comes as both").toBe(false);
  expect(bringsFiles({ ...PASTED, typing: true }), "a bare picture means nothing to a field").toBe(true);
  expect(bringsFiles({ ...PASTED, hasText: true })).toBe(true);
  expect(bringsFiles({ ...PASTED, covered: true })).toBe(false);
});
