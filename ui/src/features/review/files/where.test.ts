import { expect, test } from "vitest";

import type { FileView } from "@/generated/types";

import { isHere, otherKindOf, percentAcross, whereOf } from "./where";

const VIEW: FileView = {
  sha256: "a",
  name: "户口簿.jpg",
  bytes: 1000,
  media: "image/jpeg",
  held: null,
  width: null,
  height: null,
  pages: null,
  has_thumbnail: false,
  place: "local",
  durable: 0,
  paused: false,
  at_platform: false,
  fault: null,
  next_attempt: null,
  ticket: "t",
  subject: "",
};

test("each place has its word, and a file that nobody has sent yet is still to come", () => {
  expect(whereOf(VIEW)).toBe("local");
  expect(whereOf({ ...VIEW, place: "uploading" })).toBe("uploading");
  expect(whereOf({ ...VIEW, place: "uploading", paused: true })).toBe("paused");
  expect(whereOf({ ...VIEW, place: "uploaded", paused: true }), "nothing is left to halt").toBe("uploaded");
  expect(whereOf({ ...VIEW, place: "remote", at_platform: true })).toBe("remote");
  expect(whereOf({ ...VIEW, place: "remote" })).toBe("to_come");
  expect(whereOf({ ...VIEW, place: "downloading", fault: "file_to_come" })).toBe("to_come");
  expect(whereOf(undefined)).toBe("to_come");
  expect(whereOf({ ...VIEW, held: "pdf_script" })).toBe("held");
  expect(whereOf({ ...VIEW, fault: "too_large" })).toBe("trouble");
  expect(whereOf({ ...VIEW, fault: "other" }), "it is tried again by itself").toBe("local");
});

test("content can be read where it is whole and sound", () => {
  expect(isHere(VIEW)).toBe(true);
  expect(isHere({ ...VIEW, place: "remote" })).toBe(false);
  expect(isHere({ ...VIEW, place: "downloading" })).toBe(false);
  expect(isHere({ ...VIEW, fault: "damaged" })).toBe(false);
});

test("a file on its way is never said to be across before it is", () => {
  expect(percentAcross({ durable: 999, bytes: 1000 })).toBe(99);
  expect(percentAcross({ durable: 1000, bytes: 1000 })).toBe(99);
  expect(percentAcross({ durable: 0, bytes: 0 })).toBe(0);
});

test("kinds that are not shown here have their usual name", () => {
  expect(otherKindOf("application/ofd")).toBe("ofd");
  expect(otherKindOf("application/vnd.ms-excel")).toBe("sheet");
  expect(otherKindOf("application/x-unheard-of")).toBe("other");
});
