export { FilesUnderWay } from "./FilesUnderWay";
