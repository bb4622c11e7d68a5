export { Case } from "./Case";
export { ActDialog } from "./dialogs/ActDialog";
export { CaseDesk } from "./reply/CaseDesk";
export { Side } from "./side/Side";
