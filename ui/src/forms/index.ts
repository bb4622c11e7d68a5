export { ActionDialog } from "./ActionDialog";
export { DraftMark } from "./DraftMark";
export { LibraryFilters } from "./LibraryFilters";
export { OwnReplyDialog, REPLY_DRAFT } from "./replies/OwnReplyDialog";
export { goTo } from "./goTo";
export { insertAt, type Inserted, takeOut } from "./insert";
export { isFiltered, NO_FILTERS } from "./filters";
export { useRemoveReply } from "./replies/useRemoveReply";
