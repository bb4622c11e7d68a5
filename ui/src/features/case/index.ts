export { Case } from "./Case";
export { ActDialog } from "./dialogs/ActDialog";
export { Side } from "./side/Side";
