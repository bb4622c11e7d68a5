export { ActionDialog } from "./ActionDialog";
export { DraftMark } from "./DraftMark";
export { isFiltered, NO_FILTERS } from "./filters";
export { LibraryFilters } from "./LibraryFilters";
