/** Signs that join pieces of a sentence. */
export const punctuation = {
  because: "：",
  stop: "。",
  colon: "：",
  listComma: "、",
  dot: "·",
};
