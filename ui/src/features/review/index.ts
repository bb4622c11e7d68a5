export { Review } from "./Review";
export type { Content, ReadFile } from "./viewer/content";
export { ContentViewer } from "./viewer/ContentViewer";
export type { Beside } from "./viewer/FileSheet";
export { FileViewer } from "./viewer/FileViewer";
