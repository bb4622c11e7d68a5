export { TransfersNote } from "./TransfersNote";
export { TransfersView } from "./TransfersView";
