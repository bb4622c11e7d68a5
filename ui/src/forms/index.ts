export { ActionDialog } from "./ActionDialog";
export { DraftMark } from "./DraftMark";
export { goTo } from "./goTo";
export { insertAt, type Inserted, takeOut } from "./insert";
export { OwnReplyDialog, REPLY_DRAFT } from "./replies/OwnReplyDialog";
export { useRemoveReply } from "./replies/useRemoveReply";
