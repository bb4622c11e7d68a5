import { expect, test } from "vitest";

import { means, type Press } from "./shortcuts";

const press = (over: Partial<Press>): Press => ({
  key: "j",
  code: "KeyJ",
  ctrl: false,
  alt: false,
  composing: false,
  typing: false,
  covered: false,
  ...over,
});

test("a letter is a shortcut only while nobody types, because the reply box takes letters", () => {
  expect(means(press({}), "j")).toBe(true);
  expect(means(press({ typing: true }), "j")).toBe(false);
});

test("a letter that builds a Chinese word is never a shortcut", () => {
  expect(means(press({ composing: true }), "j")).toBe(false);
});

test("Ctrl+K works from inside a field, but not behind an open dialog", () => {
  expect(means(press({ key: "k", ctrl: true, typing: true }), "ctrl+k")).toBe(true);
  expect(means(press({ key: "k", ctrl: true, covered: true }), "ctrl+k")).toBe(false);
});

test("Ctrl+J is not J, so the browser's own shortcuts stay untouched", () => {
  expect(means(press({ ctrl: true }), "j")).toBe(false);
});

test("Alt+1 works while one types, also where the layout writes another sign with Alt", () => {
  expect(means(press({ key: "1", code: "Digit1", alt: true, typing: true }), "alt+1")).toBe(true);
  expect(means(press({ key: "¡", code: "Digit1", alt: true, typing: true }), "alt+1")).toBe(true);
  expect(means(press({ key: "2", code: "Digit2", alt: true }), "alt+1")).toBe(false);
  expect(means(press({ key: "1", code: "Digit1" }), "alt+1")).toBe(false);
});

test("AltGr, which is Ctrl and Alt at once, is neither", () => {
  expect(means(press({ key: "1", code: "Digit1", alt: true, ctrl: true }), "alt+1")).toBe(false);
});

test("Alt+1 is not the verdict of the key 1", () => {
  expect(means(press({ key: "1", code: "Digit1", alt: true }), "1")).toBe(false);
});
