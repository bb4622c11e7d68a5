import { expect, test } from "vitest";

import { fromBase64, toBase64 } from "./base64";

test("pieces of every length come back as they were, with the padding where it belongs", () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    const text = toBase64(bytes);
    expect(text, `${length}`).toBe(Buffer.from(bytes).toString("base64"));
    expect(fromBase64(text)).toEqual(bytes);
  }
});
