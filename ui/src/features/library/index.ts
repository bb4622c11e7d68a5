export { HealthNote } from "./health/HealthNote";
export { HealthView } from "./health/HealthView";
export { LibraryStart } from "./LibraryStart";
export { MatterGuide } from "./MatterGuide";
export { MatterList } from "./MatterList";
