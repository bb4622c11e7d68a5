import type { Words } from "../words";

export const punctuation: Words["punctuation"] = {
  because: ": ",
  stop: ".",
  colon: ": ",
  listComma: ", ",
  dot: "\u2009·\u2009",
};
