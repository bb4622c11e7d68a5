import { expect, test } from "vitest";

import { sizeWords } from "./size";

test("a size is read at a glance, and no file looks empty that is not", () => {
  expect([1, 512 * 1024, 1024 * 1024, 12.4 * 1024 * 1024, 1.5 * 1024 ** 3].map(sizeWords)).toEqual([
    "1 KB",
    "512 KB",
    "1 MB",
    "12.4 MB",
    "1.5 GB",
  ]);
});
