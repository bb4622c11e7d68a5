export { ActionDialog } from "./ActionDialog";
export { DraftMark } from "./DraftMark";
export { LibraryFilters } from "./LibraryFilters";
export { OwnReplyDialog, REPLY_DRAFT } from "./replies/OwnReplyDialog";
export { goTo } from "./goTo";
export { insertAt, type Inserted, takeOut } from "./insert";
export { isFiltered, NO_FILTERS } from "./filters";
export { useRemoveReply } from "./replies/useRemoveReply";
export { DefectChips } from "./verdict/DefectChips";
export { isProposedFix, MOST_DAYS, proposeDays, proposeFix, proposePromise, proposeWay } from "./verdict/propose";
export { VerdictKeys } from "./verdict/VerdictKeys";
export {
  cameras,
  type CameraTrouble,
  closeCamera,
  hasCamera,
  openCamera,
  shoot,
  troubleOf,
} from "./camera";
