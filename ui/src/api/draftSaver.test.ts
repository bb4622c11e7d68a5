import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { DraftSaver, type DraftState, PAUSE_MS } from "./draftSaver";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function writer(save: (text: string) => Promise<void>) {
  const states: DraftState[] = [];
  return { saver: new DraftSaver(save, (state) => states.push(state)), states };
}

test("a text is saved after a pause and not at every key", async () => {
  const saved: string[] = [];
  const { saver } = writer((text) => Promise.resolve(void saved.push(text)));
  saver.write("您");
  saver.write("您好");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(saved).toEqual(["您好"]);
});

test("leaving the field saves at once, because the window may be closed next", async () => {
  const saved: string[] = [];
  const { saver } = writer((text) => Promise.resolve(void saved.push(text)));
  saver.write("您好");
  saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(["您好"]);
});

test("a slow save never lets an older text come after a newer one", async () => {
  const saved: string[] = [];
  const slow = async (text: string) => {
    await new Promise((done) => setTimeout(done, 1_000));
    saved.push(text);
  };
  const { saver } = writer(slow);
  saver.write("一");
  saver.flush();
  saver.write("一二");
  saver.flush();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(saved).toEqual(["一", "一二"]);
});

test("a failed save says so and is tried again at the next pause", async () => {
  let fails = true;
  const saved: string[] = [];
  const { saver, states } = writer((text) => {
    if (fails) return Promise.reject(new Error("disk full"));
    saved.push(text);
    return Promise.resolve();
  });
  saver.write("您好");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(states.at(-1)).toBe("failed");
  fails = false;
  saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(["您好"]);
  expect(states.at(-1)).toBe("saved");
});

test("a text that was sent is not saved again as a draft", async () => {
  const saved: string[] = [];
  const { saver } = writer((text) => Promise.resolve(void saved.push(text)));
  saver.write("您好");
  saver.drop();
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
  expect(saved).toEqual([]);
});
