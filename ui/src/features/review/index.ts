export { Review } from "./Review";
export type { Content, ReadFile } from "./viewer/content";
export { FileViewer, type Sample } from "./viewer/FileViewer";
