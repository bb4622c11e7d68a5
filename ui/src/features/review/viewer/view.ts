/** How a page lies under the glass: its size, its turn and where it was moved. */
export interface View {
  /** `width`: as wide as fits, from its top; `fit`: whole; else a factor of its natural size. */
  zoom: number | "width" | "fit";
  /** Degrees clockwise. */
  turn: 0 | 90 | 180 | 270;
  /** Pixels it was moved from the middle; with `width`, from where its top is in sight. */
  x: number;
  y: number;
}

/** A width and a height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** What can be done to a page with keys, buttons and the pointer. */
export type Move =
  | { do: "larger" | "smaller" | "fit" | "width" | "turn" | "reset" }
  | { do: "pan"; x: number; y: number };

/** The sizes that the buttons go through. */
const STEPS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];
/** Room around a page that fits. */
const MARGIN = 16;
/** So much of a page stays in sight, however far it is moved. */
const KEPT = 48;

/** The page as it is laid down: large enough to be read, from its top. */
export const LAID: View = { zoom: "width", turn: 0, x: 0, y: 0 };

/** The size of a page once it is turned. */
export function turned({ width, height }: Size, turn: View["turn"]): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The factor at which the page, or its width, is in sight; never above its natural size. */
export function fitting(
  page: Size,
  stage: Size,
  turn: View["turn"],
  what: "width" | "fit" = "fit",
): number {
  const size = turned(page, turn);
  if (size.width <= 0 || size.height <= 0 || stage.width <= 0 || stage.height <= 0) return 1;
  const room = (length: number) => Math.max(1, length - MARGIN);
  const wide = Math.min(1, room(stage.width) / size.width);
  return what === "width" ? wide : Math.min(wide, room(stage.height) / size.height);
}

/** The factor a page is drawn at. */
export function factorOf(view: View, page: Size, stage: Size): number {
  return typeof view.zoom === "number" ? view.zoom : fitting(page, stage, view.turn, view.zoom);
}

/** Pixels a page is drawn below the middle so that its top is in sight. */
function topOf(view: View, page: Size, stage: Size): number {
  if (view.zoom !== "width") return 0;
  const height = turned(page, view.turn).height * factorOf(view, page, stage);
  return Math.max(0, (height + MARGIN - stage.height) / 2);
}

/** Where a page is drawn, in pixels from the middle. */
export function placeOf(view: View, page: Size, stage: Size): { x: number; y: number } {
  return { x: view.x, y: view.y + topOf(view, page, stage) };
}

function held(offset: number, length: number, room: number): number {
  const most = Math.max(0, (length + room) / 2 - KEPT);
  return Math.min(most, Math.max(-most, offset));
}

/** The page kept in sight. */
function kept(view: View, page: Size, stage: Size): View {
  const factor = factorOf(view, page, stage);
  const size = turned(page, view.turn);
  const { x, y } = placeOf(view, page, stage);
  return {
    ...view,
    x: held(x, size.width * factor, stage.width),
    y: held(y, size.height * factor, stage.height) - topOf(view, page, stage),
  };
}

/** The page after a move. Zooming keeps the middle of the stage where it is. */
export function moved(view: View, move: Move, page: Size, stage: Size): View {
  const factor = factorOf(view, page, stage);
  switch (move.do) {
    case "larger":
    case "smaller": {
      const near = 0.01;
      const next =
        move.do === "larger"
          ? STEPS.find((step) => step > factor + near)
          : STEPS.findLast((step) => step < factor - near);
      if (next === undefined) return view;
      const grown = next / factor;
      const { x, y } = placeOf(view, page, stage);
      return kept({ ...view, zoom: next, x: x * grown, y: y * grown }, page, stage);
    }
    case "fit":
    case "width":
      return { ...view, zoom: move.do, x: 0, y: 0 };
    case "turn":
      return { ...view, turn: ((view.turn + 90) % 360) as View["turn"], x: 0, y: 0 };
    case "reset":
      return LAID;
    case "pan":
      return kept({ ...view, x: view.x + move.x, y: view.y + move.y }, page, stage);
  }
}

/** Pixels an arrow key moves. */
const STEP_PX = 60;

/** What a key means on a page; `null`: nothing. */
export function moveOfKey(key: string): Move | null {
  switch (key) {
    case "+":
    case "=":
      return { do: "larger" };
    case "-":
      return { do: "smaller" };
    case "0":
      return { do: "fit" };
    case "9":
      return { do: "width" };
    case "r":
    case "R":
      return { do: "turn" };
    case "ArrowLeft":
      return { do: "pan", x: STEP_PX, y: 0 };
    case "ArrowRight":
      return { do: "pan", x: -STEP_PX, y: 0 };
    case "ArrowUp":
      return { do: "pan", x: 0, y: STEP_PX };
    case "ArrowDown":
      return { do: "pan", x: 0, y: -STEP_PX };
    default:
      return null;
  }
}
