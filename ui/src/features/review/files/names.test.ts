import { expect, test } from "vitest";

import { named, pictureName } from "./names";

/** 2026-11-22 10:32:05 in China. */
const AT = Date.UTC(2026, 10, 22, 2, 32, 5);

test("a picture is named by its material and the time in China, fit for any file system", () => {
  expect(pictureName("户口簿", AT, "jpg")).toBe("户口簿 2026-11-22 10.32.05.jpg");
  expect(pictureName('身份证（正/反面）: "原件"', AT, "png")).toBe("身份证（正 反面） 原件 2026-11-22 10.32.05.png");
  expect(pictureName("长".repeat(200), AT, "jpg").length).toBeLessThan(100);
});

test("only what the clipboard left without a name gets one", () => {
  const file = (name: string) => new File(["x"], name, { type: "image/png" });
  expect(named(file("image.png"), "户口簿", AT).name).toBe("户口簿 2026-11-22 10.32.05.png");
  expect(named(file(""), "户口簿", AT).name).toBe("户口簿 2026-11-22 10.32.05.png");
  const own = file("低保证.png");
  expect(named(own, "户口簿", AT)).toBe(own);
});
