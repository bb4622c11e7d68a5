export { ActionDialog } from "./ActionDialog";
export { DraftMark } from "./DraftMark";
