export { OutboxList } from "./OutboxList";
export { StationsView } from "./stations/StationsView";
export { StationView } from "./station/StationView";
export { SyncDetails } from "./SyncDetails";
export { VerdictInbox } from "./VerdictInbox";
export { WayView } from "./WayView";
