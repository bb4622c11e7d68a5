export { LibraryStart } from "./LibraryStart";
export { MatterGuide } from "./MatterGuide";
export { MatterList } from "./MatterList";
export { type MatterFilters, NO_FILTERS } from "./query";
