export { OutboxList } from "./OutboxList";
export { SyncDetails } from "./SyncDetails";
export { VerdictInbox } from "./VerdictInbox";
