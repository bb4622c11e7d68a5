export { FilesUnderWay } from "./FilesUnderWay";
export { PlaceMark } from "./PlaceMark";
