import { describe, expect, it } from "vitest";

import { factorOf, fitting, LAID, moved, moveOfKey, placeOf, type Size, type View } from "./view";
import { viewerFor } from "./content";
import { besideOf, byRound, latestOf } from "./rounds";

const PAGE: Size = { width: 800, height: 1200 };
const STAGE: Size = { width: 416, height: 616 };
const WHOLE: View = { ...LAID, zoom: "fit" };

describe("a page under the glass", () => {
  it("fits whole, turned or not, and never grows above its size", () => {
    expect(fitting(PAGE, STAGE, 0)).toBe(0.5);
    expect(fitting(PAGE, STAGE, 90)).toBeCloseTo(400 / 1200);
    expect(fitting({ width: 10, height: 10 }, STAGE, 0)).toBe(1);
    expect(fitting(PAGE, { width: 0, height: 0 }, 0), "before it is measured").toBe(1);
  });

  it("is laid down as wide as fits, with its top in sight, and can be drawn up from there", () => {
    const low: Size = { width: 416, height: 316 };
    expect(factorOf(LAID, PAGE, low)).toBe(0.5);
    // 600 high on 316: its top lies 8 below the edge, as with a page that fits.
    expect(placeOf(LAID, PAGE, low)).toEqual({ x: 0, y: 150 });
    const drawn = moved(LAID, { do: "pan", x: 0, y: -100 }, PAGE, low);
    expect(placeOf(drawn, PAGE, low).y).toBe(50);
    const larger = moved(drawn, { do: "larger" }, PAGE, low);
    expect(placeOf(larger, PAGE, low).y, "the middle stays where it is").toBe(75);
  });

  it("zooms in steps from wherever it is, and stops at the ends", () => {
    let view = moved(LAID, { do: "larger" }, PAGE, STAGE);
    expect(view.zoom).toBe(0.75);
    view = moved(view, { do: "smaller" }, PAGE, STAGE);
    expect(view.zoom).toBe(0.5);
    for (let times = 0; times < 30; times += 1) view = moved(view, { do: "larger" }, PAGE, STAGE);
    expect(view.zoom).toBe(8);
  });

  it("turns by quarters and lies straight again after four", () => {
    const turns = [1, 2, 3, 4].reduce((view) => moved(view, { do: "turn" }, PAGE, STAGE), LAID);
    expect(turns.turn).toBe(0);
  });

  it("cannot be lost, however far it is moved", () => {
    const far = moved(LAID, { do: "pan", x: 99_999, y: -99_999 }, PAGE, STAGE);
    expect(far.x).toBeLessThan((PAGE.width * 0.5 + STAGE.width) / 2);
    expect(far.y).toBeGreaterThan(-(PAGE.height * 0.5 + STAGE.height) / 2);
    expect(moved(far, { do: "fit" }, PAGE, STAGE)).toEqual(WHOLE);
  });

  it("leaves the keys of the table alone", () => {
    for (const key of ["1", "2", "3", "4", "5", "j", "k"]) expect(moveOfKey(key)).toBeNull();
    expect(moveOfKey("+")).toEqual({ do: "larger" });
    expect(moveOfKey("r")).toEqual({ do: "turn" });
  });
});

describe("what was handed in", () => {
  const filed = (sha256: string, round: number, removed: string | null = null) => ({
    file: { sha256, name: sha256, media: "image/png", bytes: 1 },
    round,
    at: 0,
    by: "a",
    removed,
  });

  it("lies by round, the latest standing file first under the glass, the earlier one beside it", () => {
    const files = [filed("a", 1), filed("b", 1, "拍糊了"), filed("c", 2)];
    expect(byRound(files).map(({ round }) => round)).toEqual([2, 1]);
    const shown = latestOf(files);
    expect(shown?.file.sha256).toBe("c");
    expect(shown && besideOf(files, shown)?.file.sha256).toBe("a");
    expect(latestOf([filed("b", 1, "拍糊了")])?.file.sha256, "even what was taken off stays readable").toBe("b");
    expect(latestOf([])).toBeNull();
  });

  it("is shown here as picture or PDF, and by the system otherwise", () => {
    expect(viewerFor("image/jpeg")).toBe("image");
    expect(viewerFor("application/pdf")).toBe("pdf");
    expect(viewerFor("application/ofd")).toBeNull();
    expect(viewerFor("image/svg+xml"), "a picture that may carry scripts").toBeNull();
  });
});
