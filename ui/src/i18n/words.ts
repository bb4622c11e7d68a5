import type { zhCN } from "./zh-CN";

/** Every word on the screen. Chinese is the original; other languages have the same shape. */
export type Words = typeof zhCN;
